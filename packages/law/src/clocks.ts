import type { Calendar } from './calendar.ts'
import { type Clock, isOpen, isPaused, reckoned } from './clock.ts'
import { dayInChina } from './day.ts'
import { type DeadlineRule, liesIn } from './deadline-rule.ts'
import { inOrder, type LawEvent } from './law-event.ts'
import { refusals } from './refusals.ts'

type Rules = { readonly calendar: Calendar; readonly deadlines: { readonly rules: readonly DeadlineRule[] } }

/**
 * The clocks that the events started, as they stand after the last of them. The same events give the same clocks in
 * whatever order they are told.
 */
export function clocksOf({ calendar, deadlines }: Rules, events: readonly LawEvent[]): readonly Clock[] {
  const clocks: Clock[] = []
  for (const event of inOrder(events)) {
    for (const [i, clock] of clocks.entries()) {
      if (clock.about === event.about && isOpen(clock)) clocks[i] = touched(calendar, clock, event)
    }
    for (const rule of deadlines.rules) {
      if (opens(rule, event) && !clocks.some((clock) => isRunning(clock, rule, event)))
        clocks.push(opened(calendar, rule, event, clocks))
    }
  }
  return clocks
}

/** A rule opens clocks in its time and place. */
function opens(rule: DeadlineRule, { code, at, region }: LawEvent): boolean {
  const day = dayInChina(at)
  if (!rule.opens.includes(code)) return false
  if (rule.only !== undefined && !(region !== undefined && liesIn(region, rule.only))) return false
  return !(rule.validFrom && day < rule.validFrom) && !(rule.validUntil && day > rule.validUntil)
}

const isRunning = (clock: Clock, { id }: DeadlineRule, { about }: LawEvent): boolean =>
  clock.rule.id === id && clock.about === about && isOpen(clock)

function opened(calendar: Calendar, rule: DeadlineRule, event: LawEvent, clocks: readonly Clock[]): Clock {
  const { about, at, on, region, variant } = event
  if (rule.direction === 'before' && !on) throw refusals.dayNotSet(rule.id)
  const nth = 1 + clocks.filter((clock) => clock.rule.id === rule.id && clock.about === about).length
  return reckoned(calendar, {
    id: `${rule.id} ${about} ${nth}`,
    rule,
    about,
    openedAt: at,
    startAt: rule.direction === 'before' ? on! : at,
    region,
    variant: variant !== undefined && Object.hasOwn(rule.variants, variant) ? variant : undefined,
    extensions: [],
    pauses: [],
    restarts: 0,
    nth,
    isAllowed: nth <= (rule.atMost ?? nth),
    closedAt: null,
    earlier: [],
  })
}

/** What an event does to a clock that is still open. Closing goes before all else. */
function touched(calendar: Calendar, clock: Clock, { code, at, amount }: LawEvent): Clock {
  const { rule } = clock
  if (rule.closes.includes(code)) return { ...clock, closedAt: at }
  if (rule.restarts.includes(code)) {
    const restarts = clock.restarts + 1
    return reckoned(calendar, { ...clock, startAt: at, extensions: [], pauses: [], restarts })
  }
  const pausing = rule.pauses.find(({ from, until }) => code === (isPaused(clock) ? until : from))
  if (pausing) {
    const pauses = isPaused(clock)
      ? [...clock.pauses.slice(0, -1), { from: clock.pauses.at(-1)!.from, until: at }]
      : [...clock.pauses, { from: at, until: null }]
    return reckoned(calendar, { ...clock, pauses })
  }
  const extension = rule.extensions.find(({ on }) => on === code)
  if (!extension || clock.extensions.some(({ on }) => on === code)) return clock
  if (extension.of && !extension.of.includes(clock.variant ?? 'base')) return clock
  // What is granted after the last day came too late: the limit had run out.
  if (clock.target && at > clock.target.dueAt) return clock
  const most = extension.add?.amount
  if (amount !== undefined && !(Number.isInteger(amount) && amount >= 1 && amount <= (most ?? 0)))
    throw refusals.extensionTooLong(rule.id, most ?? 0)
  return reckoned(calendar, { ...clock, extensions: [...clock.extensions, { on: code, amount }] })
}

/**
 * The clocks by rules that changed. One that still runs takes its new target and keeps the old one; one that is closed
 * stays judged by the rule under which it was closed.
 */
export function recomputed(
  rules: Rules,
  { events, before, now }: { events: readonly LawEvent[]; before: readonly Clock[]; now: Date },
): readonly Clock[] {
  const known = new Map(before.map((clock) => [clock.id, clock]))
  const fresh = clocksOf(rules, events).map((clock) => {
    const old = known.get(clock.id)
    if (!old) return clock
    if (!isOpen(old)) return old
    const [was, is] = [old.target?.dueAt, clock.target?.dueAt]
    if (was?.getTime() === is?.getTime()) return { ...clock, earlier: old.earlier }
    return { ...clock, earlier: [...old.earlier, { dueAt: was ?? null, until: now }] }
  })
  const gone = before.filter((old) => !isOpen(old) && !fresh.some(({ id }) => id === old.id))
  return [...gone, ...fresh]
}
