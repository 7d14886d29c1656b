import { Button } from '@lianban/ui'
import UserPen from 'lucide-solid/icons/user-pen'
import { Show } from 'solid-js'
import { AuthorPanel } from './authorship/author-panel.tsx'
import type { Authorship } from './authorship/create-authorship.ts'
import { t as authors } from './authorship/strings.ts'

/** What can be looked at in a section beside its text. */
export function SectionTools(props: { title: string; authorship: Authorship }) {
  const { isOn, setOn } = props.authorship
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
      </div>
      <Show when={isOn()}>
        <AuthorPanel authorship={props.authorship} title={props.title} />
      </Show>
    </>
  )
}
