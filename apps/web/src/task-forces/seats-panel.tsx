import { Button, EmptyState, Panel } from '@lianban/ui'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import Plus from 'lucide-solid/icons/plus'
import { For, type JSX, Show } from 'solid-js'
import type { TaskForce, TaskForceSeat } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDate } from '../app/format.ts'
import { seatPost } from './seat-name.ts'
import { t } from './texts.ts'

/** Who sits in the task force, and who sat there. */
export function SeatsPanel(props: { force: TaskForce; add: () => void; revoke: (seat: TaskForceSeat) => void }) {
  const active = () => props.force.seats.filter(({ state }) => state === 'active')
  const past = () => props.force.seats.filter(({ state }) => state !== 'active')
  return (
    <Panel
      title={t('seats')}
      note={t('seatsHint', { n: active().length })}
      flush
      actions={
        <Show when={props.force.can.seat && props.force.isActive}>
          <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => props.add()}>
            {t('addSeat')}
          </Button>
        </Show>
      }
    >
      <ul>
        <For each={active()} fallback={<EmptyState compact title={t('noSeats')} description={t('noSeatsHint')} />}>
          {(seat) => (
            <SeatLine seat={seat} note={t('seatedOn', { date: formatDate(seat.seatedAt) })}>
              <Show when={props.force.can.revokeSeat}>
                <Button size="sm" variant="quiet" onClick={() => props.revoke(seat)}>
                  {t('revoke')}
                </Button>
              </Show>
            </SeatLine>
          )}
        </For>
      </ul>
      <Show when={past().length > 0}>
        <details class="group border-line border-t">
          <summary class="flex list-none items-center gap-1 px-4 py-2.5 text-muted text-sm hover:text-accent-text">
            <ChevronRight size={14} class="shrink-0 group-open:rotate-90" aria-hidden="true" />
            {t('pastSeats', { n: past().length })}
          </summary>
          <ul class="border-line border-t">
            <For each={past()}>{(seat) => <SeatLine seat={seat} note={revokedLine(seat)} />}</For>
          </ul>
        </details>
      </Show>
    </Panel>
  )
}

function SeatLine(props: { seat: TaskForceSeat; note: string; children?: JSX.Element }) {
  return (
    <li class="flex items-center gap-3 border-line border-b px-4 py-2.5 last:border-b-0">
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-x-2">
          <AgencyName agency={props.seat.agency} full />
          <span class="text-muted">{seatPost(props.seat)}</span>
        </p>
        <p class="text-faint text-xs">{props.note}</p>
      </div>
      {props.children}
    </li>
  )
}

const revokedLine = ({ revokedAt, revokeReason }: TaskForceSeat): string =>
  t('revokedOn', { date: revokedAt ? formatDate(revokedAt) : '', reason: revokeReason ?? '' })
