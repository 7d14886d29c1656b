import { loadLaw } from '@lianban/law'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCalendar } from '../../../law/src/calendar.ts'
import { slowClocks } from '../../../law/src/slow-world.ts'
import { statutoryYears } from '../../../law/src/statutory-years.ts'
import { day } from '../a-world.ts'
import { aClockWorld } from './a-clock-world.ts'
import { stateOf } from './clock.ts'
import { type Matter, recomputeClocks } from './index.ts'

let world: Awaited<ReturnType<typeof aClockWorld>>
beforeAll(async () => {
  world = await aClockWorld()
})
afterAll(() => world.close())

const law = loadLaw(new URL('../../../../policies/law', import.meta.url).pathname)
/** The law with another limit for the decision on a transfer. */
const shorter = {
  ...law,
  deadlines: {
    ...law.deadlines,
    rules: law.deadlines.rules.map((rule) =>
      rule.id === 'TR-01' ? { ...rule, limit: { amount: 2, unit: 'days' as const } } : rule,
    ),
  },
}
const unknownYear = law.calendar.years.at(-1)! + 1
const at = (text: string) => new Date(`${text}+08:00`)
const one = async (matter: Matter, rule: string) => (await world.stored(matter)).find((clock) => clock.rule === rule)

describe('what happened to a matter', () => {
  test('[HU660] opens, pauses and closes its clocks, each with its last instant, warning and superior', async () => {
    const matter = world.aHandoffMatter()
    await world.tell('transfer.report_submitted', matter, { at: at('2026-02-13T10:00') })
    const opened = await one(matter, 'TR-01')
    expect(opened).toMatchObject({
      dueAt: at('2026-02-16T23:59:59.999'),
      warnAt: at('2026-02-15T23:59:59.999'),
      escalateAt: at('2026-02-17T23:59:59.999'),
      liableAgencyId: world.agencies.bj,
      ownerAgencyId: world.agencies.bj,
      closedAt: null,
    })
    await world.tell('transfer.approved', matter, { at: at('2026-02-16T23:59:59.999') })
    expect(stateOf((await one(matter, 'TR-01'))!, world.clock.now())).toBe('met')
    expect(await one(matter, 'TR-02')).toMatchObject({ dueAt: at('2026-02-17T23:59:59.999') })

    await world.tell('seizure.made', world.theCase, { at: at('2026-03-02T09:00') })
    await world.tell('test.sent', world.theCase, { at: at('2026-03-10T09:00') })
    expect(await one(world.theCase, 'AD-12')).toMatchObject({ isPaused: true, dueAt: null })
    await world.tell('test.received', world.theCase, { at: at('2026-03-20T09:00') })
    expect(await one(world.theCase, 'AD-12')).toMatchObject({ isPaused: false, dueAt: at('2026-04-11T23:59:59.999') })
  })

  test('[HU661] goes with its act: what is rolled back leaves neither an event nor a clock', async () => {
    const matter = world.aHandoffMatter()
    await expect(world.tell('hearing.scheduled', matter)).rejects.toMatchObject({ code: 'law.day-not-set' })
    expect(await world.stored(matter)).toEqual([])
    const { rows } = await world.owner.query('select from law_events where matter_id = $1', [matter.id])
    expect(rows).toEqual([])
  })

  test('[HU661] an event that no deadline speaks of is a fault of the program', async () => {
    await expect(world.tell('transfer.snet', world.aHandoffMatter())).rejects.toThrow('transfer.snet')
  })

  test('[HU662] names who has to act and whom it is owed to; before it is sent, the receiver is nobody', async () => {
    const { bj, police } = world.agencies
    const matter = world.aHandoffMatter()
    await world.tell('transfer.approved', matter)
    expect(await one(matter, 'TR-02')).toMatchObject({ liableAgencyId: bj, owedAgencyId: null, isOpenToReaders: false })
    await world.tell('transfer.sent', matter)
    await world.tell('transfer.accepted', matter)
    expect(await one(matter, 'TR-06')).toMatchObject({
      liableAgencyId: police,
      owedAgencyId: bj,
      isOpenToReaders: true,
    })
    await world.tell('penalty.noticed', world.theCase)
    expect(await one(world.theCase, 'AD-06')).toMatchObject({ liableAgencyId: null, owedAgencyId: bj })
  })

  test('[HU663] who is told after the last instant is the nearest agency above both, or above who has to act', async () => {
    const { hebei, operator, procuratorate } = world.agencies
    await world.put('bj', 'hebei')
    await world.put('hebei', 'operator')
    const alone = world.aHandoffMatter()
    await world.tell('transfer.approved', alone)
    expect(await one(alone, 'TR-02')).toMatchObject({ superiorAgencyId: hebei })
    await world.put('police', 'procuratorate')
    const between = world.aHandoffMatter()
    await world.tell('transfer.sent', between)
    await world.tell('transfer.accepted', between)
    expect(await one(between, 'TR-06')).toMatchObject({ superiorAgencyId: procuratorate })
    await world.put('procuratorate', 'operator')
    const common = world.aHandoffMatter()
    await world.tell('transfer.sent', common)
    await world.tell('transfer.accepted', common)
    expect(await one(common, 'TR-06')).toMatchObject({ superiorAgencyId: operator })
  })
})

describe('a year that nobody published', () => {
  test('[HU664] hinders no act: the clock runs without a target and says which calendar is missing', async () => {
    const matter = world.aHandoffMatter()
    await world.tell('penalty.decided', matter, { at: at(`${unknownYear - 1}-12-30T09:00`) })
    const clock = await one(matter, 'AD-11')
    expect(clock).toMatchObject({ dueAt: null, warnAt: null, missingYear: unknownYear })
    expect(stateOf(clock!, world.clock.now())).toBe('unreckoned')
  })

  test('[HU664] is reckoned once it is known, and the log says so', async () => {
    const matter = world.aHandoffMatter()
    const missing = { ...law, calendar: makeCalendar(statutoryYears.filter(({ year }) => year !== 2026)) }
    await world.tell('registration.made', matter, { law: missing, at: at('2026-03-02T09:00') })
    expect(await one(matter, 'AD-03')).toMatchObject({ dueAt: null, missingYear: 2026 })
    await recomputeClocks({ ...world.hub, law })
    expect(await one(matter, 'AD-03')).toMatchObject({
      dueAt: at('2026-03-11T23:59:59.999'),
      missingYear: null,
      earlier: [{ dueAt: null, until: world.clock.now().toISOString() }],
    })
    expect((await world.entries()).at(-1)).toMatchObject({
      act: 'clock.recompute',
      facts: { rule: 'AD-03', was: '—', until: '2026-03-11 23:59' },
    })
  })
})

describe('a rule that changed', () => {
  test('[HU665] gives a running clock its new target beside the old one, and leaves a closed one alone', async () => {
    const [running, closed] = [world.aHandoffMatter(), world.aHandoffMatter()]
    for (const matter of [running, closed])
      await world.tell('transfer.report_submitted', matter, { at: at('2026-03-02T09:00') })
    await world.tell('transfer.decided', closed, { at: at('2026-03-05T10:00') })
    const before = await one(closed, 'TR-01')
    const changed = { ...world.hub, law: shorter }
    await recomputeClocks(changed)
    expect(await one(running, 'TR-01')).toMatchObject({
      dueAt: at('2026-03-04T23:59:59.999'),
      earlier: [{ dueAt: at('2026-03-05T23:59:59.999').toISOString(), until: world.clock.now().toISOString() }],
    })
    expect(await one(closed, 'TR-01')).toEqual(before)
    expect(await recomputeClocks(changed)).toBe(0)
    // Back again, for the tests that follow.
    await recomputeClocks(world.hub)
    expect((await one(running, 'TR-01'))?.earlier).toHaveLength(2)
  })

  test('[HU665] is told apart from what the next event moves', async () => {
    const matter = world.aHandoffMatter()
    await world.tell('transfer.report_submitted', matter, { at: at('2026-03-02T09:00') })
    await world.tell('transfer.decided', matter, { at: at('2026-03-05T10:00'), law: shorter })
    expect(await one(matter, 'TR-01')).toMatchObject({
      dueAt: at('2026-03-04T23:59:59.999'),
      closedAt: at('2026-03-05T10:00'),
      earlier: [{ dueAt: at('2026-03-05T23:59:59.999').toISOString() }],
    })
  })

  test('[HU665] that is gone withdraws what ran under it', async () => {
    const matter = world.aHandoffMatter()
    await world.tell('transfer.report_submitted', matter)
    const without = { ...law.deadlines, rules: law.deadlines.rules.filter(({ id }) => id !== 'TR-01') }
    await recomputeClocks({ ...world.hub, law: { ...law, deadlines: without } })
    expect(stateOf((await one(matter, 'TR-01'))!, world.clock.now())).toBe('withdrawn')
    await recomputeClocks(world.hub)
  })
})

test('[HU666] clocks of events in any order, stored one by one, equal a reference that walks day by day', async () => {
  const start = at('2024-01-20T08:00').getTime()
  const aStory = fc.constantFrom(...law.deadlines.rules.filter(({ only }) => !only)).chain((rule) => {
    const own = [
      ...rule.opens,
      ...rule.restarts,
      ...rule.extensions.map(({ on }) => on),
      ...rule.pauses.flatMap(({ from, until }) => [from, until]),
      ...rule.closes.slice(0, 1),
    ]
    const anEvent = fc.record({
      code: fc.constantFrom(...own),
      at: fc.integer({ min: 0, max: 300 * 24 * 12 }).map((n) => new Date(start + n * 300_000)),
      setFor: fc.integer({ min: 0, max: 200 }).map((n) => new Date(start + (n + 60) * day)),
      variant: fc.constantFrom('not_detained', 'fast_track', 'health', 'remote', 'none'),
    })
    return fc.uniqueArray(anEvent, { minLength: 1, maxLength: 9, selector: (event) => event.at.getTime() })
  })
  await fc.assert(
    fc.asyncProperty(aStory, async (events) => {
      const matter = world.aHandoffMatter()
      for (const { code, ...rest } of events) await world.tell(code, matter, rest)
      const found = (await world.stored(matter)).map(({ rule, nth, dueAt, closedAt }) => [
        rule,
        nth,
        dueAt?.toISOString() ?? null,
        closedAt?.toISOString() ?? null,
      ])
      const told = events.map(({ setFor, ...event }, i) => ({ ...event, on: setFor, id: String(i), about: 'it' }))
      const slow = slowClocks(law, told).map(([id, due, closed]) => {
        const [rule, , nth] = id.split(' ')
        return [rule, Number(nth), due, closed]
      })
      expect(found.toSorted()).toEqual(slow.toSorted())
    }),
    { numRuns: 25 },
  )
})

test('[HU667] what happened is never changed, and no officer writes events, clocks or alarms past the acts', async () => {
  await world.tell('transfer.report_submitted', world.aHandoffMatter())
  const { officer } = world.people.bjLeader
  const asLeader = (statement: string) =>
    world.hub.db.transaction({ agencyId: officer.agencyId, officerId: officer.id }, world.clock.now(), (tx) =>
      tx.$client.query(statement),
    )
  for (const statement of ['update law_events set code = code', 'delete from law_events', 'delete from clocks'])
    await expect(asLeader(statement)).rejects.toThrow('permission denied')
  expect((await asLeader('update clocks set closed_at = now()')).rowCount).toBe(0)
  expect((await asLeader('delete from clock_alarms')).rowCount).toBe(0)
  expect((await asLeader('select from law_events')).rowCount).toBe(0)
  await expect(
    asLeader("insert into clock_parties select id, owner_agency_id, 'superior' from clocks"),
  ).rejects.toThrow('row-level security')
})
