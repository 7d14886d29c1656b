import { For, Show } from 'solid-js'
import type { ExplainedClock } from '../app/api-types.ts'
import { t } from './texts.ts'

type Day = NonNullable<ExplainedClock['explained']>['days'][number]

const looks: Record<Day['role'], string> = {
  start: 'border-line-strong border-dashed text-muted',
  counted: 'border-line bg-accent-soft',
  skipped: 'border-line bg-sunken text-faint',
  paused: 'border-line border-dashed bg-sunken text-faint',
  moved_over: 'border-line border-dashed text-muted',
  last: 'border-accent bg-accent text-on-accent font-semibold',
}

/** What a square says when it is read aloud or pointed at: the day, the holiday, and whether it counts. */
const titleOf = ({ day, name, role, count }: Day) =>
  [day, name, t(`role.${role}`), count === null ? '' : t('nth', { n: count })].filter(Boolean).join(' · ')

/** The days of a limit, one square each: what counts, what does not, and the last. */
export function CalendarStrip(props: { days: readonly Day[] }) {
  return (
    <ol class="grid grid-cols-7 gap-1" aria-label={t('calendar')}>
      <For each={props.days}>
        {(day) => (
          <li
            title={titleOf(day)}
            aria-label={titleOf(day)}
            class={`flex h-11 flex-col items-center justify-center rounded-sm border text-xs leading-tight ${looks[day.role]}`}
          >
            <span>{day.day.slice(5).replace('-', '/')}</span>
            <Show when={day.kind === 'holiday' || day.kind === 'make-up'} fallback={<span>{day.count ?? ''}</span>}>
              <span>
                {t(day.kind === 'holiday' ? 'day.holiday' : 'day.make-up')} {day.count ?? ''}
              </span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
