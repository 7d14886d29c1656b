import type { Sentence } from '@lianban/kernel'
import type { DayKind } from './calendar.ts'
import { citationWords, isVerified, type Status, statusWords } from './citation.ts'
import { type Clock, limitsOf } from './clock.ts'
import { type Day, dayInChina, daysAfter, daysBetween, yearOf } from './day.ts'
import { type DeadlineRule, regionalRow } from './deadline-rule.ts'
import { type Limit, limitWords, reckoningOf } from './limit.ts'
import type { Law } from './load-law.ts'

/** One square of the calendar in an explanation. */
export type DayTold = {
  readonly day: Day
  /** Unknown where no notice covers the year and none is needed. */
  readonly kind: DayKind | 'unknown'
  readonly name: string | null
  readonly role: 'start' | 'counted' | 'skipped' | 'paused' | 'moved_over' | 'last'
  /** The how-many-th of the limit. */
  readonly count: number | null
}

export type DeadlineExplained = {
  readonly rule: string
  readonly title: Sentence
  readonly liable: DeadlineRule['liable']
  readonly limit: Sentence
  readonly basis: readonly Sentence[]
  readonly status: Status
  readonly statusWords: Sentence
  readonly isVerified: boolean
  readonly note: Sentence | null
  readonly dueAt: Date | null
  readonly steps: readonly Sentence[]
  /** Empty for hours, and for limits too long to be drawn. */
  readonly days: readonly DayTold[]
}

/** Why a deadline ends when it does: article, arithmetic and calendar. */
export function explainDeadline(law: Law, clock: Clock): DeadlineExplained {
  const { rule, target } = clock
  const limits = limitsOf(clock)
  return {
    rule: rule.id,
    title: rule.title,
    liable: rule.liable,
    limit: joined(limits.map(limitWords)),
    ...citedBy(law, rule, rule.variants[clock.variant ?? ''] ? undefined : clock.region),
    note: rule.note ?? null,
    dueAt: target?.dueAt ?? null,
    steps: stepsOf(law, clock, limits),
    days: target ? daysOf(law, clock, limits[0]!) : [],
  }
}

/** Where a deadline is written and how well that was checked; a region's own row has its own. */
export function citedBy({ laws }: Pick<Law, 'laws'>, rule: DeadlineRule, region: string | undefined) {
  const { basis, status } = regionalRow(rule, region) ?? rule
  return {
    basis: basis.map((each) => citationWords(laws, each)),
    status,
    statusWords: statusWords[status],
    isVerified: isVerified(status),
  }
}

const joined = (all: readonly Sentence[]): Sentence => ({
  zh: all.map(({ zh }) => zh).join('＋'),
  en: all.map(({ en }) => en).join(' + '),
})

const minute = (at: Date): string => new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')

function stepsOf({ deadlines: { events } }: Law, clock: Clock, limits: readonly Limit[]): Sentence[] {
  const { rule, startAt, target, pauses } = clock
  const limit = joined(limits.map(limitWords))
  const opening = events[clock.restarts > 0 ? rule.restarts[0]! : rule.opens[0]!]!
  const steps: Sentence[] = [
    { zh: `${opening.zh}：${minute(startAt)}`, en: `${opening.en}: ${minute(startAt)}` },
    ...(clock.restarts > 0 ? [restarted(clock.restarts)] : []),
    ...(rule.variants[clock.variant ?? ''] ? [rule.variants[clock.variant!]!.when] : []),
    firstDay(rule, limits[0]!, startAt),
    counting(rule, limits[0]!, limit),
    ...clock.extensions.map(({ on }) => extended(rule.extensions.find((each) => each.on === on)!.when)),
    ...pauses.map(({ from, until }) => paused(minute(from), until && minute(until))),
  ]
  if (clock.missingYear !== null) steps.push(withoutCalendar(clock.missingYear))
  if (!target) return steps
  if (target.unmovedDay !== target.lastDay)
    steps.push({
      zh: `最后一日${target.unmovedDay}为节假日，顺延至其后第一个工作日${target.lastDay}`,
      en: `the last day ${target.unmovedDay} is a holiday and moves to the next working day, ${target.lastDay}`,
    })
  const at = minute(target.dueAt)
  steps.push({ zh: `截止：${at}（含当日）`, en: `due: ${at}, that day included` })
  return steps
}

const withoutCalendar = (year: number): Sentence => ({
  zh: `${year}年的放假安排尚未录入，暂不能推算截止时间；录入后自动推算`,
  en: `the calendar of ${year} is missing, so it cannot be reckoned yet; once it is entered, it is`,
})

const restarted = (times: number): Sentence => ({
  zh: `重新起算（第${times}次）`,
  en: `counted anew, for the ${times}. time`,
})

function firstDay(rule: DeadlineRule, limit: Limit, startAt: Date): Sentence {
  const day = dayInChina(startAt)
  if (limit.unit === 'hours') return { zh: '按小时连续计算', en: 'hours run on without a break' }
  if (rule.direction === 'before')
    return { zh: `自${day}倒推，该日不计`, en: `counted back from ${day}, which is not counted itself` }
  if (rule.startDay === 'counted') return { zh: `自${day}当日起算`, en: `counted from ${day} itself` }
  return {
    zh: `当日不计，自${daysAfter(day, 1)}起算`,
    en: `that day is not counted: it starts on ${daysAfter(day, 1)}`,
  }
}

function counting(rule: DeadlineRule, limit: Limit, words: Sentence): Sentence {
  if (reckoningOf(limit) === 'hours') return { zh: `期限${words.zh}`, en: `for ${words.en}` }
  if (reckoningOf(limit) === 'working')
    return {
      zh: `期限${words.zh}，法定节假日和休息日不计，调休上班日计入`,
      en: `for ${words.en}: holidays and rest days are left out, make-up workdays count`,
    }
  return rule.lastDay === 'moves'
    ? { zh: `期限${words.zh}，节假日计入`, en: `for ${words.en}, holidays included` }
    : {
        zh: `期限${words.zh}，节假日计入，末日不顺延`,
        en: `for ${words.en}, holidays included; the last day does not move`,
      }
}

const extended = (when: Sentence): Sentence => ({ zh: `延长：${when.zh}`, en: `extended: ${when.en}` })

const paused = (from: string, until: string | null): Sentence =>
  until
    ? { zh: `${from}至${until}不计入`, en: `not counted from ${from} to ${until}` }
    : { zh: `自${from}起中止计算`, en: `not counted since ${from}` }

const drawnDays = 62

function daysOf(law: Law, clock: Clock, limit: Limit): readonly DayTold[] {
  const { rule, target, startAt, pauses } = clock
  if (limit.unit === 'hours' || !target) return []
  const [from, until] = [dayInChina(startAt), target.lastDay].toSorted() as [Day, Day]
  const length = daysBetween(from, until) + 1
  if (length > drawnDays) return []
  const days = Array.from({ length }, (_, i) => daysAfter(from, i))
  const isPausedOn = (day: Day) =>
    pauses.some(({ from: p, until: r }) => dayInChina(p) < day && (!r || day <= dayInChina(r)))
  let count = 0
  function told(day: Day): DayTold {
    const known = law.calendar.years.includes(yearOf(day))
    const { kind, name } = known ? law.calendar.kindOf(day) : { kind: 'unknown' as const, name: null }
    const isStart = day === dayInChina(startAt) && rule.startDay !== 'counted'
    const isRest = reckoningOf(limit) === 'working' && ['weekend', 'holiday'].includes(kind)
    const role = isStart
      ? 'start'
      : isPausedOn(day)
        ? 'paused'
        : day === target!.lastDay
          ? 'last'
          : isRest
            ? 'skipped'
            : day > target!.unmovedDay || (rule.direction === 'before' && day < target!.lastDay)
              ? 'moved_over'
              : 'counted'
    const counts = (role === 'counted' || role === 'last') && day <= target!.unmovedDay
    if (counts) count++
    return { day, kind, name, role, count: counts && rule.direction === 'after' ? count : null }
  }
  return days.map(told)
}
