import type { Calendar } from './calendar.ts'
import { type Day, dayInChina, daysAfter, endOf, monthsAfter } from './day.ts'
import { type DeadlineRule, liesIn } from './deadline-rule.ts'
import type { LawEvent } from './law-event.ts'
import type { Limit } from './limit.ts'
import type { Law } from './load-law.ts'

type Slow = { id: string; rule: DeadlineRule; about: string; events: LawEvent[]; closedAt: Date | null }

type Told = [id: string, dueAt: string | null, closedAt: string | null]

/** The targets and ends of the clocks of these events, worked out slowly: each clock replays its own story and walks day by day. */
export function slowClocks({ calendar, deadlines }: Law, told: readonly LawEvent[]): Told[] {
  const events = [...new Map(told.map((event) => [event.id, event])).values()]
  events.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
  const clocks: Slow[] = []
  for (const event of events) {
    for (const clock of clocks) {
      if (clock.closedAt || clock.about !== event.about) continue
      if (clock.rule.closes.includes(event.code)) clock.closedAt = event.at
      else clock.events.push(event)
    }
    for (const rule of deadlines.rules) {
      const day = dayInChina(event.at)
      if (!rule.opens.includes(event.code) || (rule.validFrom && day < rule.validFrom)) continue
      if (rule.only && !(event.region && liesIn(event.region, rule.only))) continue
      const same = clocks.filter((clock) => clock.rule === rule && clock.about === event.about)
      if (same.some(({ closedAt }) => !closedAt)) continue
      const id = `${rule.id} ${event.about} ${same.length + 1}`
      clocks.push({ id, rule, about: event.about, events: [event], closedAt: null })
    }
  }
  return clocks.map(({ id, rule, events: own, closedAt }) => [
    id,
    targetOf(calendar, rule, own)?.toISOString() ?? null,
    closedAt?.toISOString() ?? null,
  ])
}

/** Replays a story, asking for the target anew before every extension. */
function targetOf(calendar: Calendar, rule: DeadlineRule, [first, ...rest]: LawEvent[]): Date | null {
  let start = rule.direction === 'before' ? first!.on! : first!.at
  const variant = rule.variants[first!.variant ?? '']
  let limits: Limit[] = [variant?.limit ?? rule.limit]
  let used: string[] = []
  let pauses: [Date, Date | null][] = []
  const target = () => walked(calendar, rule, { limits, start, pauses })
  for (const { code, at } of rest) {
    const open = pauses.at(-1)
    const isPaused = open !== undefined && open[1] === null
    if (rule.restarts.includes(code)) {
      start = at
      pauses = []
      limits = limits.slice(0, 1).map(() => variant?.limit ?? rule.limit)
      used = []
    } else if (isPaused && rule.pauses.some(({ until }) => until === code)) open[1] = at
    else if (!isPaused && rule.pauses.some(({ from }) => from === code)) pauses.push([at, null])
    else {
      const extension = rule.extensions.find(({ on }) => on === code)
      const due = target()
      if (!extension || used.includes(code) || (due && at > due)) continue
      if (extension.of && !extension.of.includes(variant ? first!.variant! : 'base')) continue
      used.push(code)
      limits = extension.to ? [extension.to] : [...limits, extension.add!]
    }
  }
  return target()
}

type Walk = { limits: Limit[]; start: Date; pauses: [Date, Date | null][] }

function walked(calendar: Calendar, rule: DeadlineRule, { limits, start, pauses }: Walk): Date | null {
  if (rule.limit.unit === 'hours') {
    let left = limits.reduce((sum, { amount }) => sum + amount * 3600_000, 0)
    let at = start.getTime()
    for (const [from, until] of pauses) {
      if (from.getTime() - at > left) break
      left -= from.getTime() - at
      if (!until) return null
      at = until.getTime()
    }
    return new Date(at + left)
  }
  let day = dayInChina(start)
  if (rule.direction === 'before') {
    for (let left = limits[0]!.amount; left > 0; ) {
      day = daysAfter(day, -1)
      if (limits[0]!.unit === 'days' || calendar.isWorkday(day)) left--
    }
    return endOf(daysAfter(day, -1))
  }
  if (rule.startDay === 'counted') day = daysAfter(day, -1)
  const isWorking = limits[0]!.unit === 'working days'
  let left = isWorking ? limits.reduce((sum, { amount }) => sum + amount, 0) : calendarDays(day, limits)
  while (left > 0) {
    const paused = pauses.find(([from, until]) => dayInChina(from) === day && !(until && dayInChina(until) === day))
    if (paused && !paused[1]) return null
    if (paused) day = dayInChina(paused[1]!)
    if (paused && pauses.some(([from, until]) => dayInChina(from) === day && !(until && dayInChina(until) === day)))
      continue
    day = daysAfter(day, 1)
    if (!isWorking || calendar.isWorkday(day)) left--
  }
  while (rule.lastDay === 'moves' && !calendar.isWorkday(day)) day = daysAfter(day, 1)
  return endOf(day)
}

function calendarDays(from: Day, limits: Limit[]): number {
  let end = from
  for (const { amount, unit } of limits) {
    if (unit === 'days') for (let i = 0; i < amount; i++) end = daysAfter(end, 1)
    else end = monthsAfter(end, unit === 'years' ? amount * 12 : amount)
  }
  let count = 0
  for (let day = from; day < end; day = daysAfter(day, 1)) count++
  return count
}
