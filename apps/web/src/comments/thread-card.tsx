import { Button } from '@lianban/ui'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { SectionThread } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentLine } from './comment-line.tsx'
import { t } from './strings.ts'

/** A thread with what was said, and what can be done about it. */
export function ThreadCard(props: {
  sectionId: string
  thread: SectionThread
  isWanted: boolean
  mayComment: boolean
  /** Shows the words in the text; nothing when they are gone. */
  goTo: (() => void) | undefined
  refresh: () => void
}) {
  const [replying, reply] = createSignal(false)
  const turning = createDeed({
    send: (isResolved: boolean, submissionId) =>
      api.comments.resolve.mutate({
        sectionId: props.sectionId,
        threadId: props.thread.id,
        isResolved,
        submissionId,
      }),
    done: () => props.refresh(),
  })
  return (
    <li
      data-thread={props.thread.id}
      class={`rounded-md border px-3 py-2 ${props.isWanted ? 'border-accent' : 'border-line'} ${props.thread.resolved ? 'bg-sunken' : 'bg-surface'}`}
    >
      <Show when={props.thread.quote}>
        <Show
          when={props.goTo}
          fallback={<p class="truncate border-line-strong border-l-2 pl-2 text-faint text-sm">{t('gone')}</p>}
        >
          {(goTo) => (
            <button
              type="button"
              class="block w-full truncate border-warn border-l-2 pl-2 text-left text-muted text-sm hover:text-ink narrow:py-2"
              title={t('goTo')}
              onClick={() => goTo()()}
            >
              {props.thread.quote}
            </button>
          )}
        </Show>
      </Show>
      <For each={props.thread.comments}>{(comment) => <CommentLine comment={comment} />}</For>
      <Show when={props.thread.resolved}>
        {(resolved) => (
          <p class="text-ok text-xs">
            {t('resolvedBy', { name: officerLine(resolved().by), at: formatDateTime(resolved().at) })}
          </p>
        )}
      </Show>
      <Show when={props.mayComment}>
        <Show
          when={replying()}
          fallback={
            <div class="mt-1 flex flex-wrap gap-2">
              <Button size="sm" onClick={() => reply(true)}>
                {t('reply')}
              </Button>
              <Button size="sm" busy={turning.busy()} onClick={() => void turning.run(!props.thread.resolved)}>
                {t(props.thread.resolved ? 'reopen' : 'resolve')}
              </Button>
            </div>
          }
        >
          <CommentForm
            sectionId={props.sectionId}
            threadId={props.thread.id}
            label={t('reply')}
            sendLabel={t('replySend')}
            done={() => {
              reply(false)
              props.refresh()
            }}
            cancel={() => reply(false)}
          />
        </Show>
      </Show>
      <RefusalNotice error={turning.error()} reload={props.refresh} />
    </li>
  )
}
