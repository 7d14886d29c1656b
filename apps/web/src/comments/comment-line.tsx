import { Show } from 'solid-js'
import type { SectionComment } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { t } from './strings.ts'

/** One thing said in a thread. */
export function CommentLine(props: { comment: SectionComment }) {
  return (
    <div class="py-1.5">
      <p class="flex flex-wrap items-baseline justify-between gap-x-2 text-sm">
        <span class="font-medium">{officerLine(props.comment.officer)}</span>
        <span class="text-faint text-xs">{formatDateTime(props.comment.writtenAt)}</span>
      </p>
      <p class="whitespace-pre-wrap break-words leading-6">{props.comment.words}</p>
      <Show when={props.comment.mentions.length}>
        <p class="text-accent-text text-xs">
          {t('mentioned', { names: props.comment.mentions.map(officerLine).join('、') })}
        </p>
      </Show>
    </div>
  )
}
