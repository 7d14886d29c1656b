import { Button, type Tone } from '@lianban/ui'
import { createEffect, Show } from 'solid-js'
import type { AssistanceListed } from '../app/api-types.ts'
import { AgencyName, postName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { countdown } from './countdown.ts'
import { AssistanceBadge, UrgencyBadge } from './state-badge.tsx'
import { t } from './texts.ts'

const inks: Partial<Record<Tone, string>> = { neutral: 'text-ink', warn: 'text-warn', danger: 'text-danger' }

/** One request on the desk: how long is left, what is asked by whom, and the step that is next. */
export function DeskLine(props: {
  row: AssistanceListed
  now: number
  isChosen: boolean
  busy: boolean
  choose: () => void
  act: () => void
}) {
  let line!: HTMLLIElement
  createEffect(() => props.isChosen && line.scrollIntoView({ block: 'nearest' }))
  const isForeseen = () => !props.row.dueAt && props.row.foreseenAt !== null
  const left = () => countdown({ ...props.row, dueAt: props.row.dueAt ?? props.row.foreseenAt }, props.now)
  const by = () => props.row.assignedTo ?? props.row.claimedBy
  return (
    <li
      ref={line}
      aria-current={props.isChosen}
      onPointerDown={() => props.choose()}
      class={`grid grid-cols-[7.5rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-2.5 narrow:grid-cols-[minmax(0,1fr)_auto] ${props.isChosen ? 'bg-accent-soft shadow-[inset_3px_0_0_var(--color-accent)]' : ''}`}
    >
      <div class="narrow:col-start-1 narrow:row-start-1">
        <Show
          when={left()}
          fallback={<span class="text-muted text-sm">{t(props.row.isPaused ? 'paused' : 'noClock')}</span>}
        >
          {(clock) => (
            <>
              <span class={`block font-semibold text-lg tabular-nums leading-6 ${inks[clock().tone]}`}>
                {clock().text}
              </span>
              <span class="text-muted text-xs">{t(isForeseen() ? 'foreseen' : clock().isOver ? 'over' : 'left')}</span>
            </>
          )}
        </Show>
      </div>
      <div class="min-w-0 narrow:col-span-2 narrow:row-start-2">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a class="font-medium hover:text-accent-text hover:underline" href={`/assistance/${props.row.id}`}>
            {said(props.row.kindWords)}
          </a>
          <UrgencyBadge request={props.row} />
          <AssistanceBadge request={props.row} />
        </p>
        <p class="mt-0.5 flex flex-wrap items-center gap-x-3 text-muted text-sm">
          <AgencyName agency={props.row.from} />
          <span>{props.row.number}</span>
          <Show when={props.row.sentAt}>{(at) => <span>{formatDateTime(at())}</span>}</Show>
          <Show when={by()}>{(officer) => <span>{t('handled', { officer: postName(officer()) })}</span>}</Show>
        </p>
      </div>
      <div class="justify-self-end narrow:col-start-2 narrow:row-start-1">
        <Show when={props.row.next}>
          {(next) => (
            <Button size="sm" variant={props.isChosen ? 'primary' : 'secondary'} busy={props.busy} onClick={props.act}>
              {said(next().words)}
            </Button>
          )}
        </Show>
      </div>
    </li>
  )
}
