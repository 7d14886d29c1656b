import { and, eq, gt, gte, isNotNull, isNull, lt, lte, or, type SQL } from 'drizzle-orm'
import { clocks } from './table.ts'

/** What the board can be asked for; a clock stands in one of them, and in `open` while it runs at all. */
export const boardStates = ['open', 'running', 'warned', 'overdue', 'paused', 'unreckoned', 'closed'] as const
export type BoardState = (typeof boardStates)[number]

/** The same as a clock's state, as the database asks it. */
export function inState(state: BoardState, now: Date): SQL {
  const open = and(isNull(clocks.closedAt), isNull(clocks.withdrawnAt))
  const isCounting = and(open, eq(clocks.isPaused, false), isNotNull(clocks.dueAt))
  const asked: Record<BoardState, SQL | undefined> = {
    open,
    running: and(isCounting, gt(clocks.warnAt, now)),
    warned: and(isCounting, lte(clocks.warnAt, now), gte(clocks.dueAt, now)),
    overdue: and(isCounting, lt(clocks.dueAt, now)),
    paused: and(open, eq(clocks.isPaused, true)),
    unreckoned: and(open, eq(clocks.isPaused, false), isNull(clocks.dueAt)),
    closed: or(isNotNull(clocks.closedAt), isNotNull(clocks.withdrawnAt)),
  }
  return asked[state]!
}
