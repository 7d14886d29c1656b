import { type Clock, isPaused, limitsOf } from './clock.ts'
import type { Alarms } from './deadline-rule.ts'
import type { Limit } from './limit.ts'

export type Standing = 'running' | 'warned' | 'overdue' | 'escalated' | 'paused' | 'unreckoned' | 'met' | 'late'

type Moments = {
  readonly warnAt: Date
  /** The last instant in time; from the next millisecond on the clock is overdue. */
  readonly dueAt: Date
  readonly escalateAt: Date
}

const hour = 3600_000

/** When to warn, when it is too late, and when the superior is told; nothing while a clock has no target. */
export function momentsOf(alarms: Alarms, clock: Clock): Moments | null {
  if (!clock.target) return null
  const alarm = alarmOf(alarms, limitsOf(clock)[0]!)
  const due = clock.target.dueAt.getTime()
  return {
    warnAt: new Date(Math.max(clock.openedAt.getTime(), due - alarm.warn * hour)),
    dueAt: clock.target.dueAt,
    escalateAt: new Date(due + alarm.escalate * hour),
  }
}

function alarmOf(alarms: Alarms, { amount, unit }: Limit): { readonly warn: number; readonly escalate: number } {
  if (unit === 'hours') return amount <= alarms.fewHours.upTo ? alarms.fewHours : alarms.hours
  return unit === 'months' || unit === 'years' ? alarms.months : alarms.days
}

/** Where a clock stands at an instant. */
export function standingOf(alarms: Alarms, clock: Clock, now: Date): Standing {
  const moments = momentsOf(alarms, clock)
  if (clock.closedAt) return moments && clock.closedAt > moments.dueAt ? 'late' : 'met'
  if (!moments) return clock.missingYear === null || isPaused(clock) ? 'paused' : 'unreckoned'
  if (now > moments.dueAt) return now >= moments.escalateAt ? 'escalated' : 'overdue'
  return now >= moments.warnAt ? 'warned' : 'running'
}
