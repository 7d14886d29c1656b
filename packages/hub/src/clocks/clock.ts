import type { Stage } from './stage.ts'
import type { clockParties, clocks } from './table.ts'

export type StoredClock = typeof clocks.$inferSelect
export type ClockParty = Omit<typeof clockParties.$inferSelect, 'clockId'>

const clockStates = [
  'running',
  'warned',
  'overdue',
  'escalated',
  'paused',
  'unreckoned',
  'met',
  'late',
  'withdrawn',
] as const
export type ClockState = (typeof clockStates)[number]

type Kept = Pick<
  StoredClock,
  'closedAt' | 'withdrawnAt' | 'dueAt' | 'isPaused' | 'warnAt' | 'escalateAt' | 'superiorAgencyId'
>

/** Where a clock stands at an instant; to its last millisecond it is in time. */
export function stateOf(clock: Kept, now: Date): ClockState {
  const { closedAt, withdrawnAt, dueAt, isPaused, warnAt, escalateAt, superiorAgencyId } = clock
  if (closedAt) return dueAt && closedAt > dueAt ? 'late' : 'met'
  if (withdrawnAt) return 'withdrawn'
  if (isPaused) return 'paused'
  if (!dueAt || !warnAt || !escalateAt) return 'unreckoned'
  if (now > dueAt) return superiorAgencyId && now >= escalateAt ? 'escalated' : 'overdue'
  return now >= warnAt ? 'warned' : 'running'
}

/** The moments at which somebody is told, for as long as the clock runs. */
export function alarmsOf(clock: Kept): { readonly stage: Stage; readonly at: Date }[] {
  const { closedAt, withdrawnAt, dueAt, warnAt, escalateAt, superiorAgencyId } = clock
  if (closedAt || withdrawnAt || !dueAt || !warnAt || !escalateAt) return []
  return [
    { stage: 'warning', at: warnAt },
    { stage: 'overdue', at: new Date(dueAt.getTime() + 1) },
    ...(superiorAgencyId ? [{ stage: 'escalation' as const, at: escalateAt }] : []),
  ]
}
