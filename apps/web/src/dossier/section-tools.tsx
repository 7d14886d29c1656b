import { Button } from '@lianban/ui'
import type { Editor } from '@tiptap/core'
import Clock from 'lucide-solid/icons/clock'
import PencilLine from 'lucide-solid/icons/pencil-line'
import UserPen from 'lucide-solid/icons/user-pen'
import { createSignal, Show } from 'solid-js'
import { t as suggesting } from '../suggesting/strings.ts'
import { AuthorPanel } from './authorship/author-panel.tsx'
import type { Authorship } from './authorship/create-authorship.ts'
import { t as authors } from './authorship/strings.ts'
import { HistoryDialog } from './history/history-dialog.tsx'
import { t as history } from './history/strings.ts'

/** What can be looked at in a section beside its text. */
export function SectionTools(props: {
  title: string
  authorship: Authorship
  editor: Editor | undefined
  canReadHistory: boolean
  /** For whoever may propose changes and not make them. */
  suggest: (() => void) | undefined
}) {
  const { isOn, setOn, sectionId } = props.authorship
  const [looking, setLooking] = createSignal(false)
  return (
    <>
      <div class="flex flex-wrap gap-2">
        <Button
          size="sm"
          aria-pressed={isOn()}
          class="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
          icon={<UserPen size={14} aria-hidden="true" />}
          onClick={() => setOn(!isOn())}
        >
          {authors('open')}
        </Button>
        <Show when={props.suggest}>
          {(suggest) => (
            <Button size="sm" icon={<PencilLine size={14} aria-hidden="true" />} onClick={() => suggest()()}>
              {suggesting('open')}
            </Button>
          )}
        </Show>
        <Show when={props.canReadHistory}>
          <Button size="sm" icon={<Clock size={14} aria-hidden="true" />} onClick={() => setLooking(true)}>
            {history('open')}
          </Button>
        </Show>
      </div>
      <Show when={isOn()}>
        <AuthorPanel authorship={props.authorship} title={props.title} />
      </Show>
      <HistoryDialog
        sectionId={sectionId}
        title={props.title}
        open={looking()}
        onOpenChange={setLooking}
        editor={props.editor}
      />
    </>
  )
}
