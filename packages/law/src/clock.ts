import { Refusal } from '@lianban/kernel'
import type { Calendar } from './calendar.ts'
import { type DeadlineRule, regionalRow } from './deadline-rule.ts'
import type { Limit } from './limit.ts'
import { type Pause, reckon, type Target } from './reckon.ts'

/** One deadline running, or run, for one matter. */
export type Clock = {
  readonly id: string
  readonly rule: DeadlineRule
  readonly about: string
  readonly openedAt: Date
  /** Where counting starts: the opening, the last restart, or the day that was set. */
  readonly startAt: Date
  readonly region: string | undefined
  readonly variant: string | undefined
  readonly extensions: readonly { readonly on: string; readonly amount: number | undefined }[]
  readonly pauses: readonly Pause[]
  readonly restarts: number
  /** The how-many-th of its rule for this matter, and whether the law allows so many. */
  readonly nth: number
  readonly isAllowed: boolean
  readonly closedAt: Date | null
  /** Nothing while it is paused, or while the calendar of a year is missing. */
  readonly target: Target | null
  /** The first year of which no calendar is known and without which nothing can be reckoned. */
  readonly missingYear: number | null
  /** Targets that a rule gave which no longer holds. */
  readonly earlier: readonly { readonly dueAt: Date | null; readonly until: Date }[]
}

type Unreckoned = Omit<Clock, 'target' | 'missingYear'>

/** What the limit is for this clock: by region and variant, with what extended it. */
export function limitsOf({ rule, region, variant, extensions }: Unreckoned): readonly Limit[] {
  const base = rule.variants[variant ?? '']?.limit ?? regionalRow(rule, region)?.limit ?? rule.limit
  const limits = [base]
  for (const { on, amount } of extensions) {
    const { add, to } = rule.extensions.find((each) => each.on === on)!
    if (to) limits.splice(0, limits.length, to)
    else if (add) limits.push({ ...add, amount: Math.min(amount ?? add.amount, add.amount) })
  }
  return limits
}

/** The clock with its target worked out. */
export function reckoned(calendar: Calendar, clock: Unreckoned): Clock {
  const { rule, startAt, pauses } = clock
  const { startDay, lastDay, direction } = rule
  try {
    const target = reckon(calendar, { limits: limitsOf(clock), start: startAt, pauses, startDay, lastDay, direction })
    return { ...clock, target, missingYear: null }
  } catch (error) {
    // A year without data is never guessed, and hinders nobody from acting: the clock runs and waits for the calendar.
    if (!(error instanceof Refusal) || error.code !== 'law.year-unknown') throw error
    return { ...clock, target: null, missingYear: Number(error.facts.year) }
  }
}

export const isOpen = ({ closedAt }: Clock): boolean => closedAt === null

export const isPaused = ({ pauses }: Pick<Clock, 'pauses'>): boolean => pauses.at(-1)?.until === null
