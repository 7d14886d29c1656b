import { CaseId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { day } from '../a-world.ts'
import { recordStep } from '../cases/index.ts'
import { aClockWorld } from '../clocks/a-clock-world.ts'
import { type BoardState, boardStates, type Matter, recomputeClocks } from '../clocks/index.ts'
import { clockBoard, clocksByAgency, explainClock, listClocksOf } from './index.ts'

let world: Awaited<ReturnType<typeof aClockWorld>>
let sent: Matter
beforeAll(async () => {
  world = await aClockWorld()
  await world.put('bj', 'hebei')
  for (const step of ['registration.made', 'registration.decided']) await world.tell(step, world.theCase)
  sent = world.aHandoffMatter()
  await world.tell('transfer.approved', sent)
  await world.tell('transfer.sent', sent)
  await world.tell('transfer.accepted', sent)
})
afterAll(() => world.close())

const board = async (name: OfficerName, state: BoardState = 'open') =>
  (await world.ask(name, clockBoard, { state })).items.map(({ rule }) => rule)
const clockOf = async (rule: string, matter: Matter) => (await world.stored(matter)).find((one) => one.rule === rule)!

describe('the board', () => {
  test('[HU672] shows each side its clocks and the superior those below it, and strangers none', async () => {
    expect(await board('bjHandler')).toEqual(['AD-04', 'TR-06'])
    expect(await board('policeDuty')).toEqual(['TR-06'])
    expect(await board('hebeiLeader')).toEqual(['AD-04'])
    expect(await board('hebeiHandler')).toEqual([])
    expect(await board('guilinLeader')).toEqual([])
    expect(await board('bjHandler', 'closed')).toEqual(['TR-02', 'AD-03'])
    expect(await board('policeDuty', 'closed')).toEqual(['TR-02'])
  })

  test('[HU672] goes on page by page without missing or repeating a clock', async () => {
    const matters = Array.from({ length: 4 }, () => world.aHandoffMatter())
    for (const matter of matters) await world.tell('transfer.report_submitted', matter)
    const whole = (await world.ask('bjLeader', clockBoard, { state: 'open' })).items.map(({ id }) => id)
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await world.ask('bjLeader', clockBoard, { state: 'open', limit: 2, ...(cursor && { cursor }) })
      found.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(found).toEqual(whole)
    for (const matter of matters) await world.tell('transfer.decided', matter)
  })

  test('[HU673] counts what each agency answers for, by where it stands; a clock stands in one place', async () => {
    const paused = world.aHandoffMatter()
    await world.tell('seizure.made', paused)
    await world.tell('test.sent', paused)
    const { agencies } = await world.ask('bjLeader', clocksByAgency, {})
    const counts = (slug: string) => agencies.find(({ agency }) => agency?.slug === slug)
    expect(counts('police')).toMatchObject({ open: 1, running: 1, overdue: 0 })
    expect(counts('bj')).toMatchObject({ overdue: 1, paused: 1 })
    const { open, running, warned, overdue, paused: held, unreckoned } = counts('bj')!
    expect(running + warned + overdue + held + unreckoned).toBe(open)
    for (const state of boardStates)
      expect((await world.ask('policeLeader', clockBoard, { state })).items.length).toBe(
        (await world.ask('policeLeader', clocksByAgency, {})).agencies.reduce((sum, one) => sum + one[state], 0),
      )
  })
})

test('[HU674] the clocks of a case are its own and those of its handoffs; a handoff has its own alone', async () => {
  const rules = async (name: OfficerName, { id }: Matter) =>
    (await world.ask(name, listClocksOf, { id })).items.map(({ rule }) => rule)
  expect(await rules('bjHandler', world.theCase)).toEqual(expect.arrayContaining(['AD-04', 'TR-02', 'TR-06']))
  expect(await rules('policeLeader', sent)).toEqual(['TR-02', 'TR-06'])
  expect(await rules('guilinHandler', sent)).toEqual([])
})

describe('one clock', () => {
  test('[HU675] is explained with its article, its steps and its days', async () => {
    const { id } = await clockOf('TR-06', sent)
    const { clock, explained } = await world.ask('policeHandler', explainClock, { clockId: id })
    expect(clock).toMatchObject({ rule: 'TR-06', state: 'running', liable: { slug: 'police' }, isVerified: true })
    expect(explained).toMatchObject({ dueAt: clock.dueAt, basis: [{ zh: expect.stringContaining('第8条') }, {}] })
    expect(explained?.days).toHaveLength(4)
    await expect(world.ask('guilinHandler', explainClock, { clockId: id })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('[HU675] that was judged by a rule which changed since keeps its instants and shows no arithmetic', async () => {
    const matter = world.aHandoffMatter()
    await world.tell('transfer.report_submitted', matter)
    await world.tell('transfer.decided', matter)
    const { deadlines } = world.hub.law
    const rules = deadlines.rules.map((rule) =>
      rule.id === 'TR-01' ? { ...rule, limit: { amount: 2, unit: 'days' as const } } : rule,
    )
    const hub = { ...world.hub, law: { ...world.hub.law, deadlines: { ...deadlines, rules } } }
    await recomputeClocks(hub)
    const { id, dueAt } = await clockOf('TR-01', matter)
    const found = await explainClock({ ...world.as('bjLeader'), hub }, { clockId: id })
    expect(found).toMatchObject({ explained: null, clock: { state: 'met', dueAt } })
    await recomputeClocks(world.hub)
  })

  test('[HU676] names the record to those who may read it and to nobody above them', async () => {
    const { id } = await clockOf('AD-04', world.theCase)
    const recordFor = async (name: OfficerName) => (await world.ask(name, explainClock, { clockId: id })).clock.record
    expect(await recordFor('bjHandler')).toMatchObject({ title: '跨省电子烟网络案' })
    expect(await recordFor('hebeiLeader')).toMatchObject({ number: null, title: null })
  })
})

describe('steps of the procedure', () => {
  test('[HU677] opening an administrative case starts its time from the day of its filing', async () => {
    const caseId = CaseId.parse(await world.aCase({ openedOn: '2026-03-01' }))
    expect((await world.ask('bjHandler', listClocksOf, { id: caseId })).items).toMatchObject([
      { rule: 'AD-04', openedAt: new Date('2026-02-28T16:00:00Z'), dueAt: new Date('2026-05-30T15:59:59.999Z') },
    ])
    const ofThePolice = await world.aCase({ openedOn: '2026-03-01' }, 'policeHandler')
    expect((await world.ask('policeHandler', listClocksOf, { id: ofThePolice })).items).toEqual([])
  })

  test('[HU677] a step is recorded by hand by whoever works on the case, and moves its clocks', async () => {
    const caseId = CaseId.parse(await world.aCase({ openedOn: '2026-03-01' }))
    const record = (step: string, happenedAt = world.clock.now(), by: OfficerName = 'bjHandler') =>
      world.submit(by, recordStep, { caseId, step, happenedAt: happenedAt.toISOString() })
    await record('registration.made')
    await record('seizure.made')
    const { items } = await world.ask('bjHandler', listClocksOf, { id: caseId })
    expect(items.map(({ rule, state }) => [rule, state])).toEqual(
      expect.arrayContaining([
        ['AD-03', 'running'],
        ['AD-04', 'running'],
        ['AD-12', 'running'],
      ]),
    )
    const before = await world.rows()
    await expect(record('transfer.sent')).rejects.toMatchObject({ code: 'case.step-unknown' })
    await expect(record('penalty.decided')).rejects.toMatchObject({ code: 'case.step-unknown' })
    await expect(record('constructor')).rejects.toMatchObject({ code: 'case.step-unknown' })
    const tomorrow = new Date(world.clock.now().getTime() + day)
    await expect(record('registration.decided', tomorrow)).rejects.toMatchObject({ code: 'case.step-to-come' })
    await expect(record('registration.decided', world.clock.now(), 'guilinHandler')).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect(await world.rows()).toEqual(before)
  })
})
