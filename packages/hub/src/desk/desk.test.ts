import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import type { HandoffState } from '../handoffs/handoff.ts'
import { myDesk } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const desk = (name: OfficerName) => world.ask(name, myDesk, {})
const waiting = async (name: OfficerName) => {
  const { counts } = await desk(name)
  return [counts.toSign, counts.toDecide, counts.awaitingThem]
}

const waits: Record<HandoffState, Partial<Record<OfficerName, [number, number, number]>>> = {
  prepared: { bjLeader: [0, 1, 0] },
  dispatched: {
    bjHandler: [0, 0, 1],
    bjLeader: [0, 0, 1],
    policeHandler: [1, 0, 0],
    policeLeader: [1, 0, 0],
    policeDuty: [1, 0, 0],
  },
  signed_for: { bjHandler: [0, 0, 1], bjLeader: [0, 0, 1], policeHandler: [0, 1, 0], policeLeader: [0, 1, 0] },
  delivered: {
    bjHandler: [0, 0, 1],
    bjLeader: [0, 0, 1],
    policeHandler: [1, 0, 0],
    policeLeader: [1, 0, 0],
    policeDuty: [1, 0, 0],
  },
  accepted: {},
  taken: {},
  contested: {},
  returned: {},
  cancelled: {},
  // What was passed on is with the next addressee.
  forwarded: { bjHandler: [0, 0, 1], bjLeader: [0, 0, 1] },
}
/** The steps that clear the desks for the next handoff. */
const wayOff: Record<HandoffState, readonly string[]> = {
  prepared: ['cancel'],
  dispatched: ['cancel'],
  delivered: ['cancel'],
  signed_for: ['accept'],
  accepted: [],
  taken: [],
  contested: [],
  returned: ['conclude'],
  forwarded: [],
  cancelled: [],
}
const desks: OfficerName[] = [
  'bjHandler',
  'bjLeader',
  'bjIntake',
  'policeHandler',
  'policeLeader',
  'policeDuty',
  'guilinHandler',
]

test('[HU160] at each rung a handoff lies on the desks of those who act next, and on no other', async () => {
  for (const state of Object.keys(waits) as HandoffState[]) {
    const { handoffId } = await world.aHandoff(state)
    for (const name of desks)
      expect([state, name, await waiting(name)]).toEqual([state, name, waits[state][name] ?? [0, 0, 0]])
    for (const move of wayOff[state]) await world.move(move, handoffId)
  }
})

test('[HU161] an agreement waits on the desk of a leader whose agency has not signed', async () => {
  await world.anAgreement(['guilin', 'police'])
  for (const [name, count] of [
    ['guilinLeader', 1],
    ['policeLeader', 1],
    ['bjLeader', 0],
    ['guilinHandler', 0],
    ['hebeiLeader', 0],
  ] as const)
    expect([name, (await desk(name)).counts.agreementsToSign]).toEqual([name, count])
})

test('[HU380] what waits stands on the desk as tasks, the nearest deadline first and then the oldest', async () => {
  const first = await world.aHandoff('prepared')
  world.clock.advance(1000)
  const agreementId = await world.anAgreement(['bj', 'hebei'])
  world.clock.advance(1000)
  const second = await world.aHandoff('signed_for')
  const ofHebei = (await desk('hebeiLeader')).tasks
  expect(ofHebei.map(({ kind, id, href }) => [kind, id, href])).toEqual([
    ['agreement.sign', agreementId, '/agreements'],
  ])
  expect((await desk('bjLeader')).tasks).toMatchObject([
    { kind: 'handoff.dispatch', id: first.handoffId, href: `/handoffs/${first.handoffId}`, dueAt: null },
  ])
  expect((await desk('policeLeader')).tasks.map(({ kind, id }) => [kind, id])).toContainEqual([
    'handoff.accept',
    second.handoffId,
  ])
  const tasks = await Promise.all(desks.map(async (name) => (await desk(name)).tasks))
  for (const mine of tasks) expect(mine).toEqual(mine.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
  for (const move of wayOff.prepared) await world.move(move, first.handoffId)
  for (const move of wayOff.signed_for) await world.move(move, second.handoffId)
})

test('[HU162] a desk shows the five newest cases and clues and counts all', async () => {
  const caseIds: string[] = []
  for (let i = 0; i < 7; i++) {
    world.clock.advance(1000)
    caseIds.push(await world.aCase({}, 'guilinHandler'))
    await world.aClue({}, 'guilinHandler')
  }
  const mine = await desk('guilinHandler')
  expect(mine.counts).toMatchObject({ cases: 7, clues: 7 })
  expect(mine.recentCases.map(({ id }) => id)).toEqual(caseIds.slice(2).toReversed())
  expect(mine.recentClues).toHaveLength(5)
})
