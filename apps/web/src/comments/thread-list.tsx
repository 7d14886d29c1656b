import { Button, EmptyState } from '@lianban/ui'
import type { Editor } from '@tiptap/core'
import { createSignal, For, Show } from 'solid-js'
import type { SectionThread } from '../app/api-types.ts'
import { anchorOf, rangeOf } from './anchor.ts'
import { CommentForm } from './comment-form.tsx'
import { createSelection } from './selection.ts'
import { t } from './strings.ts'
import { ThreadCard } from './thread-card.tsx'

/** The threads of a section, those that wait first, and a new one at the chosen words or on the whole section. */
export function ThreadList(props: {
  sectionId: string
  editor: Editor
  threads: readonly SectionThread[]
  mayComment: boolean
  wanted: string | undefined
  refresh: () => void
}) {
  const selection = createSelection(props.editor)
  const [showsResolved, showResolved] = createSignal(false)
  const open = () => props.threads.filter(({ resolved }) => !resolved)
  const resolved = () => props.threads.filter((thread) => thread.resolved)
  const chosen = () => {
    const { from, to } = selection()
    const anchor = from < to ? anchorOf(props.editor.state, { from, to }) : undefined
    return anchor && { anchor, quote: props.editor.state.doc.textBetween(from, to, ' ', '…') }
  }
  const goTo = ({ anchor }: SectionThread) => {
    const range = anchor && rangeOf(props.editor.state, anchor)
    if (!range) return undefined
    return () => props.editor.chain().setTextSelection(range).scrollIntoView().run()
  }
  const card = (thread: SectionThread) => (
    <ThreadCard
      sectionId={props.sectionId}
      thread={thread}
      isWanted={thread.id === props.wanted}
      mayComment={props.mayComment}
      goTo={goTo(thread)}
      refresh={props.refresh}
    />
  )
  return (
    <div class="flex flex-col gap-3">
      <Show when={props.mayComment}>
        <section class="rounded-md border border-line bg-surface p-3">
          <p class="mb-1.5 truncate text-muted text-sm">
            <Show when={selection().from < selection().to} fallback={t('onWhole')}>
              {t('onWords')} “{chosen()?.quote}”
            </Show>
          </p>
          <CommentForm
            sectionId={props.sectionId}
            at={chosen}
            label={t('write')}
            sendLabel={t('send')}
            done={props.refresh}
          />
        </section>
      </Show>
      <Show when={props.threads.length} fallback={<EmptyState compact title={t('none')} description={t('noneHint')} />}>
        <ul class="flex flex-col gap-2">
          <For each={open()}>{card}</For>
        </ul>
      </Show>
      <Show when={resolved().length}>
        <Button size="sm" onClick={() => showResolved(!showsResolved())}>
          {showsResolved() ? t('hideResolved') : t('showResolved', { n: resolved().length })}
        </Button>
        <Show when={showsResolved()}>
          <ul class="flex flex-col gap-2">
            <For each={resolved()}>{card}</For>
          </ul>
        </Show>
      </Show>
    </div>
  )
}
