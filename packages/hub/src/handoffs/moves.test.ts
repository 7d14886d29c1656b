import { newId } from '@lianban/kernel'
import { deedsByCustody } from '@lianban/law'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCasePage } from '../cases/index.ts'
import { steps } from './a-handoff.ts'
import { type HandoffState, handoffStates, type Move, moves } from './handoff.ts'
import { findHandoffPage, listHandoffs } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const find = (name: OfficerName, handoffId: string) => world.ask(name, findHandoffPage, { handoffId })
const stageOf = async (caseId: string) => {
  const { stage, leadAgency } = await world.ask('bjHandler', findCasePage, { caseId })
  return [stage, leadAgency.slug]
}
const table = handoffStates.flatMap((state) => moves.map((move) => [state, move] as const))
const isOpen = (state: HandoffState, move: Move) =>
  deedsByCustody(world.hub.law, state === 'taken' ? 'goods' : 'case_transfer')[state].includes(move)
const isReceivers = (move: Move) => !['dispatch', 'cancel', 'answer', 'oversee'].includes(move)

test.each(table)('[HU110] a handoff that is %s takes the step %s as its table says', async (state, move) => {
  const { handoffId } = await world.aHandoff(state)
  const { version } = await world.handoffRow(handoffId)
  const first = firstMove[`${state} ${move}`]
  if (isOpen(state, move)) {
    if (first === null) return
    const moved = await world.move(first ?? move, handoffId)
    expect(moved).toMatchObject({ version: version + 1 })
    return expect(await world.handoffRow(handoffId)).toMatchObject({ state: moved.state, standing: moved.standing })
  }
  // What was never sent, or taken back, is nothing to the receiver; and nobody oversees before being asked.
  const isHidden =
    (isReceivers(move) && (state === 'prepared' || state === 'cancelled')) ||
    (move === 'oversee' && state !== 'contested')
  expect(await world.refusal(() => world.move(move, handoffId))).toMatchObject(
    isHidden ? { code: 'record.unseen' } : { code: 'handoff.move-not-open' },
  )
})

/** Which move of the table the step is where it can be several; null where the state has the step on another way. */
const firstMove: Readonly<Record<string, string | null>> = {
  'accepted act': 'file',
  'accepted answer': null,
  'taken act': null,
  'taken answer': null,
  'contested accept': null,
  'contested act': null,
  'contested oversee': 'ask_reasons',
  'returned answer': 'conclude',
}

const startOf: Record<Move, HandoffState> = {
  dispatch: 'prepared',
  deliver: 'dispatched',
  sign: 'dispatched',
  accept: 'signed_for',
  acceptInPart: 'signed_for',
  return: 'signed_for',
  forward: 'signed_for',
  cancel: 'dispatched',
  act: 'accepted',
  answer: 'returned',
  oversee: 'contested',
}
const moveOf = (move: Move): string => firstMove[`${startOf[move]} ${move}`] ?? move
const permitted: Record<Move, readonly OfficerName[]> = {
  dispatch: ['bjLeader'],
  cancel: ['bjHandler', 'bjColleague', 'bjLeader'],
  sign: ['policeHandler', 'policeLeader', 'policeDuty'],
  accept: ['policeHandler', 'policeLeader'],
  return: ['policeHandler', 'policeLeader'],
  deliver: ['policeHandler', 'policeLeader', 'policeDuty'],
  acceptInPart: ['policeHandler', 'policeLeader'],
  forward: ['policeHandler', 'policeLeader'],
  act: ['policeHandler', 'policeLeader'],
  answer: ['bjHandler', 'bjColleague', 'bjLeader'],
  oversee: ['procurator'],
}

test.each(moves)('[HU111] the step %s is for its side and post, and for nobody else', async (move) => {
  const { handoffId, caseId } = await world.aHandoff(startOf[move])
  await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', { level: 'comment' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'co_handle' })
  const others = (Object.keys(world.people) as OfficerName[]).filter((name) => !permitted[move].includes(name))
  for (const by of others)
    expect(['policy.denied', 'record.unseen']).toContain(
      (await world.refusal(() => world.move(moveOf(move), handoffId, { by }))).code,
    )
  for (const by of permitted[move]) {
    const own = await world.aHandoff(startOf[move])
    await expect(world.move(moveOf(move), own.handoffId, { by })).resolves.toMatchObject({ state: expect.any(String) })
  }
})

describe.each(moves)('the step %s', (move) => {
  let untouched: string
  beforeAll(async () => {
    untouched = (await world.aHandoff(startOf[move])).handoffId
  })

  test('[HU112] is refused over a page that is out of date', async () => {
    const { version } = await world.handoffRow(untouched)
    for (const expectedVersion of [version - 1, version + 1].filter((one) => one > 0))
      expect(await world.refusal(() => world.move(moveOf(move), untouched, { expectedVersion }))).toMatchObject({
        code: 'record.stale',
      })
  })

  test('[HU113] is refused over the digest of another package', async () => {
    const attempt = () => world.move(moveOf(move), untouched, { packageDigest: 'a'.repeat(64) })
    expect(await world.refusal(attempt)).toMatchObject({ code: 'handoff.other-package' })
  })

  test('[HU114] notices a damaged item and leaves everything as it is', async () => {
    const { handoffId } = await world.aHandoff(startOf[move])
    await world.owner.query(
      `update handoff_items set content = replace(content, '案', '安') where handoff_id = $1 and position = 2`,
      [handoffId],
    )
    expect(await world.refusal(() => world.move(moveOf(move), handoffId))).toMatchObject({
      code: 'handoff.package-damaged',
      facts: { position: 2 },
    })
  })

  test('[HU115] taken by two at one moment leaves one receipt', async () => {
    const { handoffId } = await world.aHandoff(startOf[move])
    const [first, second = first] = permitted[move]
    const { version: expectedVersion } = await world.handoffRow(handoffId)
    const attempts = [first, second].map((by) => world.move(moveOf(move), handoffId, { by: by!, expectedVersion }))
    expect(await world.losers(attempts)).toEqual(['record.stale'])
    const { rows } = await world.owner.query('select rung from handoff_receipts where handoff_id = $1', [handoffId])
    expect(rows).toHaveLength((await world.handoffRow(handoffId)).version - 1)
  })
})

test('[HU114] a missing, renamed or exchanged item is noticed as well', async () => {
  const damages = [
    'delete from handoff_items where handoff_id = $1 and position = 3',
    "update handoff_items set title = title || '。' where handoff_id = $1 and position = 1",
    'update handoff_items set position = 90 - position where handoff_id = $1 and position in (3)',
    "update handoff_items set content = '{}', digest = encode(sha256('{}'), 'hex') where handoff_id = $1 and position = 1",
  ]
  for (const damage of damages) {
    const { handoffId } = await world.aHandoff('dispatched')
    await world.owner.query(damage, [handoffId])
    expect(await world.refusal(() => world.move('sign', handoffId))).toMatchObject({ code: 'handoff.package-damaged' })
  }
})

test.each<[HandoffState, string[]]>([
  ['prepared', ['investigating', 'bj']],
  ['dispatched', ['investigating', 'bj']],
  ['signed_for', ['investigating', 'bj']],
  ['accepted', ['transferred', 'police']],
  ['returned', ['investigating', 'bj']],
  ['delivered', ['investigating', 'bj']],
  ['taken', ['investigating', 'bj']],
  ['contested', ['investigating', 'bj']],
  ['forwarded', ['investigating', 'bj']],
  ['cancelled', ['investigating', 'bj']],
])('[HU116] while the handoff is %s, the case is %j', async (state, stage) => {
  const { caseId } = await world.aHandoff(state)
  expect(await stageOf(caseId)).toEqual(stage)
})

test('[HU116] with the acceptance the receiver reads the case that it was never granted', async () => {
  const { caseId, handoffId } = await world.aHandoff('signed_for')
  const read = () => world.ask('policeHandler', findCasePage, { caseId })
  expect(await world.refusal(read)).toMatchObject({ code: 'record.unseen' })
  await world.move('accept', handoffId)
  expect(await read()).toMatchObject({ my: { level: 'lead' }, withheld: [] })
})

test('[HU117] every rung leaves a receipt over one digest, and both sides read all of them', async () => {
  const { handoffId, packageDigest } = await world.aHandoff('accepted')
  const sent = await find('bjHandler', handoffId)
  expect(
    sent.receipts.map(({ rung, officer, packageDigest: digest, note }) => [rung, officer.postEn, digest, note]),
  ).toEqual([
    ['dispatched', 'bjLeader', packageDigest, '说明'],
    ['signed_for', 'policeDuty', packageDigest, '说明'],
    ['accepted', 'policeLeader', packageDigest, '说明'],
  ])
  const { open: _sender, ...asSent } = sent
  const { open: _receiver, ...asReceived } = await find('policeHandler', handoffId)
  expect({ ...asReceived, caseName: asSent.caseName }).toEqual(asSent)
})

test('[HU118] a package is returned with a reason or not at all', async () => {
  const { handoffId } = await world.aHandoff('signed_for')
  const before = await world.rows()
  for (const note of ['', '   '])
    await expect(world.move('return', handoffId, { note })).rejects.toMatchObject({ issues: [{ path: ['note'] }] })
  expect(await world.rows()).toEqual(before)
})

test.each(handoffStates)('[HU119] a handoff that is %s shows to the sides that have a part in it', async (state) => {
  const { handoffId, caseId } = await world.aHandoff(state)
  await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate')
  const isSent = state !== 'prepared' && state !== 'cancelled'
  const readers: OfficerName[] = ['bjHandler', 'bjLeader', 'bjDuty', 'bjAuditor']
  const receivers: OfficerName[] = ['policeHandler', 'policeLeader', 'policeDuty', 'procurator']
  const boxOf = (name: OfficerName) => (name.startsWith('bj') ? 'out' : name.startsWith('police') ? 'in' : 'case')
  for (const name of [...readers, ...receivers, 'guilinHandler', 'bjIntake', 'hebeiHandler'] as OfficerName[]) {
    const seen = readers.includes(name) || (isSent && receivers.includes(name))
    const { items } = await world.ask(name, listHandoffs, { box: boxOf(name), caseId })
    const ids = items.map(({ id }) => id)
    expect([name, seen ? ids.includes(handoffId) : ids]).toEqual([name, seen || []])
    if (seen) await expect(find(name, handoffId)).resolves.toMatchObject({ state })
    else expect(await world.refusal(() => find(name, handoffId))).toMatchObject({ code: 'record.unseen' })
  }
})

test.each(handoffStates)(
  '[HU120] of a handoff that is %s, the page offers what is open and permitted',
  async (state) => {
    const { handoffId } = await world.aHandoff(state)
    const isSent = state !== 'prepared' && state !== 'cancelled'
    const names = [
      'bjHandler',
      'bjLeader',
      'bjDuty',
      ...(isSent ? (['policeLeader', 'policeDuty'] as const) : []),
    ] as const
    for (const name of names) {
      const { open } = await find(name, handoffId)
      expect([
        name,
        [...new Set(open.map(({ deed }) => deed))].filter((deed) => !permitted[deed].includes(name)),
      ]).toEqual([name, []])
      for (const { move } of open) {
        const own = await world.aHandoff(state)
        await expect(world.move(move, own.handoffId, { by: name })).resolves.toMatchObject({ move })
      }
    }
  },
)

test('[HU110] every step has somebody who takes it, and none is taken on a made-up handoff', async () => {
  for (const move of moves) {
    const [step, by] = steps[move]
    const input = { handoffId: newId<never>(), expectedVersion: 1, packageDigest: 'a'.repeat(64), note: '说明' }
    expect(await world.refusal(() => world.submit(by, step, input))).toMatchObject({ code: 'record.unseen' })
  }
})
