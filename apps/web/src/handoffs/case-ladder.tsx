import { For } from 'solid-js'
import type { HandoffRow } from '../app/api-types.ts'
import { agencyShort, HandoffBadge } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Countdown } from '../clocks/countdown.tsx'
import { t } from './strings.ts'

/** How far each handoff of a case came, rung by rung on one line; what runs out next stands beside it. */
export function CaseLadders(props: { rows: readonly HandoffRow[] }) {
  return (
    <ul class="flex flex-col divide-y divide-line">
      <For each={props.rows}>{(row) => <Ladder row={row} />}</For>
    </ul>
  )
}

function Ladder(props: { row: HandoffRow }) {
  const rungs = () => [
    { version: 1, words: t('rung.prepared'), by: 'sender' as const, at: props.row.preparedAt },
    ...props.row.rungs.map((rung) => ({ ...rung, words: said(rung.words) })),
  ]
  const agencyOf = (by: 'sender' | 'receiver' | null) =>
    by === null ? '' : agencyShort(by === 'sender' ? props.row.from : props.row.to)
  return (
    <li class="flex flex-col gap-3 px-4 py-3">
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <span class="min-w-0">
          <a class="font-medium hover:text-accent-text hover:underline" href={`/handoffs/${props.row.id}`}>
            {props.row.number}
          </a>
          <span class="block text-muted text-sm">
            {said(props.row.kindWords)} · {agencyShort(props.row.from)} → {agencyShort(props.row.to)}
          </span>
        </span>
        <span class="flex flex-wrap items-start gap-3">
          {props.row.clock && <Countdown clock={props.row.clock} />}
          <HandoffBadge handoff={props.row} />
        </span>
      </div>
      <ol aria-label={t('receipts')} class="flex flex-wrap gap-y-2">
        <For each={rungs()}>
          {(rung) => (
            <li class="relative min-w-28 pr-4">
              <span aria-hidden="true" class="absolute top-1.5 right-0 left-0 border-accent border-t" />
              <span aria-hidden="true" class="relative block size-3 rounded-full border-2 border-accent bg-surface" />
              <span class="mt-1 block font-medium text-sm">{rung.words}</span>
              <span class="block text-muted text-xs">{agencyOf(rung.by)}</span>
              <span class="block text-muted text-xs tabular-nums">{formatDateTime(rung.at)}</span>
            </li>
          )}
        </For>
      </ol>
    </li>
  )
}
