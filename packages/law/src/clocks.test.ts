import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { momentsOf, standingOf } from './alarms.ts'
import { makeCalendar } from './calendar.ts'
import { clocksOf, recomputed } from './clocks.ts'
import { dayInChina } from './day.ts'
import { explainDeadline } from './explain-deadline.ts'
import { inOrder, type LawEvent } from './law-event.ts'
import { ruleDigest } from './rule-digest.ts'
import { slowClocks } from './slow-world.ts'

const { deadlines, calendar } = ourLaw
const at = (text: string) => new Date(`${text}+08:00`)
let counter = 0
const event = (code: string, when: string, more: Partial<LawEvent> = {}): LawEvent => ({
  id: `event ${counter++}`,
  about: 'the case',
  code,
  at: at(when),
  ...more,
})
const clockOf = (id: string, ...events: LawEvent[]) => clocksOf(ourLaw, events).find(({ rule }) => rule.id === id)
const lastDay = (id: string, ...events: LawEvent[]) => clockOf(id, ...events)?.target?.lastDay
const standing = (id: string, now: string, ...events: LawEvent[]) =>
  standingOf(deadlines.alarms, clockOf(id, ...events)!, at(now))

describe('opening and closing', () => {
  test('[LA8] the day of the event is not counted and the last day is in time to its end', () => {
    const submitted = event('transfer.report_submitted', '2026-03-02T09:00')
    expect(lastDay('TR-01', submitted)).toBe('2026-03-05')
    const decided = (when: string) => standing('TR-01', when, submitted, event('transfer.decided', when))
    expect(decided('2026-03-05T23:59:59.999')).toBe('met')
    expect(decided('2026-03-06T00:00')).toBe('late')
  })

  test('[LA8] the first day is counted where the rule says so', () => {
    expect(lastDay('AD-13', event('violation.ended', '2024-03-10T08:00'))).toBe('2026-03-09')
  })

  test('[LA9] hours are hours, over holidays too', () => {
    const approved = event('transfer.approved', '2026-02-14T17:30')
    const sent = (when: string) => standing('TR-02', when, approved, event('transfer.sent', when))
    expect(sent('2026-02-15T17:30')).toBe('met')
    expect(sent('2026-02-15T17:30:00.001')).toBe('late')
  })

  test('[LA10] a last day on a holiday moves only where the law says so', () => {
    expect(lastDay('PS-01', event('supervision.reasons_asked', '2026-02-10T10:00'))).toBe('2026-02-24')
    expect(lastDay('DET-02', event('custody.detained', '2026-02-14T10:00'))).toBe('2026-02-17')
  })

  test('[LA11] a limit that runs back leaves so many whole days between notice and the day set', () => {
    const scheduled = event('hearing.scheduled', '2026-09-10T10:00', { on: at('2026-10-12T09:00') })
    expect(lastDay('AD-07', scheduled)).toBe('2026-09-23')
    expect(() => clockOf('AD-07', event('hearing.scheduled', '2026-09-10T10:00'))).toThrow('Enter that day')
  })

  test('[LA12] one matter has one clock of a rule at a time, and clocks of other matters are left alone', () => {
    const first = event('transfer.accepted', '2026-03-02T09:00')
    const again = event('transfer.accepted', '2026-03-03T09:00')
    const other = event('transfer.accepted', '2026-03-04T09:00', { about: 'another case' })
    const closed = event('filing.filed', '2026-03-04T10:00')
    const clocks = clocksOf(ourLaw, [first, again, other, closed]).filter(({ rule }) => rule.id === 'TR-06')
    expect(clocks.map(({ about, closedAt }) => [about, closedAt])).toEqual([
      ['the case', closed.at],
      ['another case', null],
    ])
  })

  test('[LA12] a rule opens clocks only in its region and in its time', () => {
    const found = (region?: string) =>
      clockOf('HL-04', event('case.large_found', '2026-03-02T09:00', region ? { region } : {}))
    expect(found('370811')).toBeDefined()
    expect(found('370100')).toBeUndefined()
    expect(found()).toBeUndefined()
    const rule = {
      ...deadlines.rules.find(({ id }) => id === 'HL-04')!,
      validUntil: dayInChina(at('2026-03-01T00:00')),
    }
    const expired = { calendar, deadlines: { rules: [rule] } }
    const asked = event('case.large_found', '2026-03-02T00:00', { region: '370800' })
    expect(clocksOf(expired, [asked])).toEqual([])
    expect(clocksOf(expired, [{ ...asked, at: at('2026-03-01T23:59') }])).toHaveLength(1)
  })

  test('[LA13] a region has the limit of its narrowest row', () => {
    const rule = deadlines.rules.find(({ id }) => id === 'CO-01')!
    const row = { basis: rule.basis, status: 'local' as const }
    const regions = [
      { ...row, region: '610000', limit: { amount: 5, unit: 'days' as const } },
      { ...row, region: '610400', limit: { amount: 4, unit: 'days' as const } },
    ]
    const rules = { calendar, deadlines: { rules: [{ ...rule, regions }] } }
    const last = (region: string) =>
      clocksOf(rules, [event('assistance.asked', '2026-03-02T09:00', { region })])[0]?.target?.lastDay
    expect(['610402', '610100', '110000'].map(last)).toEqual(['2026-03-06', '2026-03-07', '2026-03-09'])
  })
})

describe('pause, extension and restart', () => {
  const made = event('seizure.made', '2026-03-02T09:00')

  test('[LA14] days of a pause are not counted, and an open pause has no target', () => {
    const sent = event('test.sent', '2026-03-10T15:00')
    expect(clockOf('AD-12', made, sent)?.target).toBeNull()
    expect(standing('AD-12', '2027-01-01T00:00', made, sent)).toBe('paused')
    expect(lastDay('AD-12', made, sent, event('test.received', '2026-03-25T09:00'))).toBe('2026-04-16')
    expect(lastDay('AD-12', made, sent, event('test.received', '2026-03-10T18:00'))).toBe('2026-04-01')
  })

  test('[LA14] a pause that begins after the last day saves nothing', () => {
    const late = event('test.sent', '2026-04-02T09:00')
    expect(lastDay('AD-12', made, late)).toBe('2026-04-01')
    expect(standing('AD-12', '2026-04-02T10:00', made, late)).toBe('overdue')
  })

  test('[LA14] working days of a pause are not counted against a limit in working days', () => {
    const in1 = event('reverse.handed_in', '2026-02-09T09:00')
    const contested = [
      event('reverse.contested', '2026-02-11T09:00'),
      event('reverse.contest_ended', '2026-02-25T09:00'),
    ]
    expect(lastDay('RV-02', in1)).toBe('2026-02-28')
    expect(lastDay('RV-02', in1, ...contested)).toBe('2026-03-06')
  })

  test('[LA15] an extension counts once, in time, for its variant, and for no more than the law allows', () => {
    const held = event('custody.detained', '2026-03-02T09:00')
    const longer = (when: string, amount?: number) =>
      event('custody.extended_special', when, amount === undefined ? {} : { amount })
    expect(lastDay('DET-02', held, longer('2026-03-04T09:00'))).toBe('2026-03-09')
    expect(lastDay('DET-02', held, longer('2026-03-04T09:00', 2))).toBe('2026-03-07')
    expect(lastDay('DET-02', held, longer('2026-03-04T09:00'), longer('2026-03-05T09:00'))).toBe('2026-03-09')
    expect(lastDay('DET-02', held, longer('2026-03-06T00:00'))).toBe('2026-03-05')
    expect(lastDay('DET-02', held, event('custody.extended_serial', '2026-03-04T09:00'))).toBe('2026-04-01')
    for (const amount of [5, 0, 1.5])
      expect(() => lastDay('DET-02', held, longer('2026-03-04T09:00', amount))).toThrow()
    const fast = event('prosecution.received', '2026-03-02T09:00', { variant: 'fast_track' })
    expect(lastDay('PRO-01', fast, event('prosecution.extended', '2026-03-04T09:00'))).toBe('2026-03-12')
  })

  test('[LA16] a restart counts anew from its day and forgets pauses and extensions', () => {
    const story = [
      event('prosecution.received', '2026-03-02T09:00'),
      event('prosecution.extended', '2026-03-20T09:00'),
      event('prosecution.returned', '2026-04-01T09:00'),
    ]
    expect(clockOf('PRO-01', ...story)?.target).toBeNull()
    const again = event('prosecution.resubmitted', '2026-04-20T09:00')
    expect(clockOf('PRO-01', ...story, again)).toMatchObject({ restarts: 1, extensions: [], pauses: [] })
    expect(lastDay('PRO-01', ...story, again)).toBe('2026-05-20')
  })

  test('[LA17] one time more than the law allows is marked', () => {
    const round = (month: string) => [
      event('prosecution.returned', `2026-${month}-02T09:00`),
      event('prosecution.resubmitted', `2026-${month}-20T09:00`),
    ]
    const clocks = clocksOf(ourLaw, ['03', '05', '07'].flatMap(round)).filter(({ rule }) => rule.id === 'PRO-02')
    expect(clocks.map(({ nth, isAllowed }) => [nth, isAllowed])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ])
  })
})

test('[LA108] the ninety days move with the extension by the head, once, and close with a collective one', () => {
  const filed = event('case.filed', '2026-03-02T09:00')
  expect(lastDay('AD-04', filed)).toBe('2026-05-31')
  const extended = event('penalty.extended', '2026-05-20T09:00')
  expect(lastDay('AD-04', filed, extended)).toBe('2026-06-30')
  expect(lastDay('AD-04', filed, extended, event('penalty.extended', '2026-06-20T09:00'))).toBe('2026-06-30')
  expect(lastDay('AD-04', filed, event('penalty.extended', '2026-06-01T00:00'))).toBe('2026-05-31')
  const collective = event('penalty.extended_collectively', '2026-06-29T09:00')
  expect(standing('AD-04', '2026-07-20T09:00', filed, extended, collective)).toBe('met')
  expect(lastDay('AD-05', filed, extended, collective)).toBe('2026-07-29')
})

test('[LA109] silence past the limit to decide on filing opens seven days for its reasons', () => {
  const silent = event('filing.limit_passed', '2026-03-02T09:00')
  expect(lastDay('PS-02', silent)).toBe('2026-03-09')
  expect(standing('PS-02', '2026-03-10T09:00', silent, event('supervision.reasons_given', '2026-03-09T20:00'))).toBe(
    'met',
  )
})

describe('alarms', () => {
  test('[LA18] officers are warned before the last moment, and the superior is told after it', () => {
    const submitted = event('transfer.report_submitted', '2026-03-02T09:00')
    const moments = momentsOf(deadlines.alarms, clockOf('TR-01', submitted)!)
    expect(moments).toEqual({
      warnAt: at('2026-03-04T23:59:59.999'),
      dueAt: at('2026-03-05T23:59:59.999'),
      escalateAt: at('2026-03-06T23:59:59.999'),
    })
    const seen = (now: string) => standing('TR-01', now, submitted)
    expect(
      [
        '2026-03-04T23:59',
        '2026-03-04T23:59:59.999',
        '2026-03-05T23:59:59.999',
        '2026-03-06T00:00',
        '2026-03-07T00:00',
      ].map(seen),
    ).toEqual(['running', 'warned', 'warned', 'overdue', 'escalated'])
  })

  test('[LA18] a limit of a few hours has alarms of its own', () => {
    const clock = clockOf('HL-03', event('fast_lane.asked', '2026-03-02T09:00'))!
    expect(momentsOf(deadlines.alarms, clock)).toEqual({
      warnAt: at('2026-03-02T10:30'),
      dueAt: at('2026-03-02T11:00'),
      escalateAt: at('2026-03-02T11:30'),
    })
  })

  test('[LA18] a warning never comes before the clock was opened', () => {
    const early = { ...deadlines.alarms, fewHours: { ...deadlines.alarms.fewHours, warn: 6 } }
    const clock = clockOf('HL-03', event('fast_lane.asked', '2026-03-02T09:00'))!
    expect(momentsOf(early, clock)?.warnAt).toEqual(at('2026-03-02T09:00'))
  })
})

test('[LA60] a clock that needs a year nobody published runs without a target and names the year', () => {
  const found = clockOf('AD-03', event('registration.made', '2026-12-30T09:00'))
  expect(found).toMatchObject({ target: null, missingYear: 2027 })
  expect(standing('AD-03', '2027-03-01T00:00', event('registration.made', '2026-12-30T09:00'))).toBe('unreckoned')
  expect(explainDeadline(ourLaw, found!)).toMatchObject({ dueAt: null, days: [] })
  expect(explainDeadline(ourLaw, found!).steps.at(-1)?.zh).toContain('2027年的放假安排尚未录入')
  expect(clockOf('TR-06', event('transfer.accepted', '2026-12-30T09:00'))).toMatchObject({ missingYear: null })
})

test('[LA61] the digest of a rule changes with the rule, its alarms and the calendar, and not with its place in the file', () => {
  const rule = deadlines.rules.find(({ id }) => id === 'AD-03')!
  const digest = ruleDigest(ourLaw, rule)
  expect(ruleDigest(ourLaw, { ...rule, line: 1, file: 'elsewhere' })).toBe(digest)
  expect(ruleDigest(ourLaw, { ...rule, limit: { amount: 8, unit: 'working days' } })).not.toBe(digest)
  const later = { ...deadlines, alarms: { ...deadlines.alarms, days: { warn: 48, escalate: 24 } } }
  expect(ruleDigest({ calendar, deadlines: later }, rule)).not.toBe(digest)
  expect(ruleDigest({ calendar: makeCalendar([]), deadlines }, rule)).not.toBe(digest)
})

describe('rules that change', () => {
  const submitted = event('transfer.report_submitted', '2026-03-02T09:00')
  const before = clocksOf(ourLaw, [submitted])
  const shorter = {
    calendar,
    deadlines: {
      rules: deadlines.rules.map((rule) =>
        rule.id === 'TR-01' ? { ...rule, limit: { amount: 2, unit: 'days' as const } } : rule,
      ),
    },
  }
  const now = at('2026-03-03T09:00')

  test('[LA19] a running clock takes its new target and keeps the old one', () => {
    const [clock] = recomputed(shorter, { events: [submitted], before, now })
    expect(clock).toMatchObject({
      target: { lastDay: '2026-03-04' },
      earlier: [{ dueAt: at('2026-03-05T23:59:59.999'), until: now }],
    })
    const same = recomputed(shorter, { events: [submitted], before: [clock!], now: at('2026-03-03T10:00') })
    expect(same[0]?.earlier).toHaveLength(1)
  })

  test('[LA19] a closed clock stays judged by the rule under which it was closed', () => {
    const events = [submitted, event('transfer.decided', '2026-03-05T10:00')]
    const closed = clocksOf(ourLaw, events)
    const [clock] = recomputed(shorter, { events, before: closed, now })
    expect(standingOf(deadlines.alarms, clock!, now)).toBe('met')
    expect(clock?.earlier).toEqual([])
  })
})

describe('any order of events', () => {
  const codes = Object.keys(deadlines.events)
  const start = at('2024-01-20T08:00').getTime()
  const anEvent = fc.record({
    id: fc.integer({ min: 0, max: 500 }).map(String),
    about: fc.constantFrom('one', 'two'),
    code: fc.constantFrom(...codes),
    at: fc.integer({ min: 0, max: 600 * 24 * 12 }).map((n) => new Date(start + n * 300_000)),
    on: fc.integer({ min: 0, max: 300 }).map((n) => new Date(start + (n + 60) * 24 * 3600_000)),
    region: fc.constantFrom('110000', '370811', '610402'),
    variant: fc.constantFrom('not_detained', 'fast_track', 'health', 'remote', 'none'),
  })
  // Long stories of one rule each, so that pauses, extensions and restarts meet.
  const aStory = fc.constantFrom(...deadlines.rules).chain((rule) => {
    const own = [
      ...rule.opens,
      ...rule.restarts,
      ...rule.extensions.map(({ on }) => on),
      ...rule.pauses.flatMap(({ from, until }) => [from, until]),
      ...rule.closes.slice(0, 1),
    ]
    return fc.array(
      fc.tuple(anEvent, fc.constantFrom(...own)).map(([each, code]) => ({ ...each, code })),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
  })
  const events = fc.oneof(aStory, fc.array(anEvent, { minLength: 1, maxLength: 30 }))

  test('[LA20] events told in another order, or twice, give the same clocks', () => {
    fc.assert(
      fc.property(
        events.chain((all) =>
          fc.tuple(
            fc.constant(inOrder(all)),
            fc.shuffledSubarray([...inOrder(all)], { minLength: inOrder(all).length }),
          ),
        ),
        ([told, shuffled]) => {
          expect(clocksOf(ourLaw, [...shuffled, ...told.slice(0, 3)])).toEqual(clocksOf(ourLaw, told))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('[LA20] targets equal those of a reference that walks day by day', () => {
    fc.assert(
      fc.property(events, (all) => {
        const fast = clocksOf(ourLaw, all).map(({ id, target, closedAt }) => [
          id,
          target?.dueAt.toISOString() ?? null,
          closedAt?.toISOString() ?? null,
        ])
        expect(fast).toEqual(slowClocks(ourLaw, all))
      }),
      { numRuns: 120 },
    )
  })
})
