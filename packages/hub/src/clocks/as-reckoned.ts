import { type Clock, type DeadlineRule, type Law, reckoned, ruleDigest } from '@lianban/law'
import type { StoredClock } from './clock.ts'

/** The rule that the clock runs under, if it still stands in the table as it was. */
export const clockRuleOf = (law: Law, clock: StoredClock): DeadlineRule | undefined =>
  law.deadlines.rules.find((rule) => rule.id === clock.rule && ruleDigest(law, rule) === clock.ruleDigest)

/** The clock as the law reckons it, to be explained; nothing where its rule has changed since. */
export function asReckoned(law: Law, stored: StoredClock): Clock | null {
  const rule = clockRuleOf(law, stored)
  if (!rule) return null
  return reckoned(law.calendar, {
    id: stored.id,
    rule,
    about: stored.matterId,
    openedAt: stored.openedAt,
    startAt: stored.startAt,
    region: stored.region ?? undefined,
    variant: stored.variant ?? undefined,
    extensions: stored.extensions.map(({ on, amount }) => ({ on, amount })),
    pauses: stored.pauses.map(({ from, until }) => ({ from: new Date(from), until: until ? new Date(until) : null })),
    restarts: stored.restarts,
    nth: stored.nth,
    isAllowed: stored.isAllowed,
    closedAt: stored.closedAt,
    earlier: stored.earlier.map(({ dueAt, until }) => ({
      dueAt: dueAt ? new Date(dueAt) : null,
      until: new Date(until),
    })),
  })
}
