import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, clueInput, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { correctClue, listCorrections } from '../corrections/index.ts'
import { myDesk } from '../desk/index.ts'
import { recallGrant } from '../sharing/index.ts'
import {
  acceptProposal,
  discardProposal,
  listProposals,
  proposeCorrection,
  rebaseProposal,
  withdrawProposal,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function aSharedClue(changed = {}) {
  const clueId = await world.aClue()
  const terms = { level: 'comment' as const, ...changed }
  const grantId = await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', terms, 'shunyiHandler')
  return { clueId, grantId }
}
type Change = Parameters<typeof proposeCorrection>[1]['change']
const place = (value: string): Change => ({ field: 'place', value })
const propose = (clueId: string, change: Change = place('昌平'), by: OfficerName = 'bjHandler') =>
  world.submit(by, proposeCorrection, { record: { kind: 'Clue', id: clueId }, change, reason: '走访所见' })
const accept = (proposalId: string, expectedVersion = 1, by: OfficerName = 'shunyiHandler') =>
  world.submit(by, acceptProposal, { proposalId, expectedVersion, note: '' })
const discard = (proposalId: string, by: OfficerName = 'shunyiHandler') =>
  world.submit(by, discardProposal, { proposalId, expectedVersion: 1, reason: '没有依据' })
const of = async (name: OfficerName, recordId: string) => (await world.ask(name, listProposals, { recordId })).items
const placeOf = async (clueId: string) => (await world.ask('shunyiHandler', findCluePage, { clueId })).place

test('[HU424] many proposals are listed in as many statements as one', async () => {
  const ofOne = () => world.statements('shunyiHandler', listProposals, {})
  const onClue = async () => propose((await aSharedClue()).clueId)
  await onClue()
  const statements = await ofOne()
  for (let each = 0; each < 3; each++) await onClue()
  expect(await ofOne()).toBe(statements)
})

describe('proposing', () => {
  test('[HU253] a proposal changes nothing, and both sides read what was seen and what is proposed', async () => {
    const { clueId } = await aSharedClue()
    const { proposalId } = await propose(clueId)
    expect(await placeOf(clueId)).toBe(clueInput.place)
    const shown = { id: proposalId, seen: clueInput.place, proposed: '昌平', current: clueInput.place, isStale: false }
    expect(await of('shunyiLeader', clueId)).toMatchObject([{ ...shown, can: { accept: true, withdraw: false } }])
    expect(await of('bjHandler', clueId)).toMatchObject([{ ...shown, can: { accept: false, withdraw: true } }])
  })

  test.each<[OfficerName, 'view' | 'comment', string]>([
    ['bjHandler', 'view', 'policy.denied'],
    ['bjDuty', 'comment', 'policy.denied'],
    ['shunyiHandler', 'comment', 'policy.denied'],
    ['policeHandler', 'comment', 'record.unseen'],
  ])('[HU253] %s, with the clue given to Beijing at level %s, does not', async (name, level, code) => {
    const { clueId } = await aSharedClue({ level })
    expect(await world.refusal(() => propose(clueId, place('昌平'), name))).toMatchObject({ code })
  })

  test('[HU253] a field that is withheld cannot be proposed, nor what the record has not', async () => {
    const { clueId } = await aSharedClue({ withheldFields: ['content'] })
    const attempt = (change: Change) => world.refusal(() => propose(clueId, change))
    expect(await attempt({ field: 'content', value: '别的内容' })).toMatchObject({ code: 'proposal.field-withheld' })
    expect(await attempt({ field: 'summary', value: '摘要' })).toMatchObject({ code: 'proposal.not-a-field' })
    expect(await attempt(place(clueInput.place))).toMatchObject({ code: 'proposal.same-value' })
    const identifiers: Change = { field: 'identifiers', value: [{ kind: 'phone', value: '1' }] }
    expect(await attempt(identifiers)).toMatchObject({ code: 'clue.identifier-malformed' })
  })

  test.each<[Change, boolean]>([
    [{ field: 'title', value: '新标题' }, true],
    [{ field: 'goods', value: [{ what: 'pods', note: '烟弹', quantity: 30 }] }, true],
    [{ field: 'methods', value: ['smuggling'] }, true],
    [{ field: 'methods', value: ['flying'] }, false],
    [{ field: 'title', value: '' }, false],
    [{ field: 'label', value: 'public' } as Change, false],
  ])('[HU253] the change %j is taken: %s', async (change, isTaken) => {
    const { clueId } = await aSharedClue()
    if (isTaken) await expect(propose(clueId, change)).resolves.toMatchObject({ proposalId: expect.any(String) })
    else await expect(propose(clueId, change)).rejects.toMatchObject({ issues: expect.any(Array) })
  })
})

describe('deciding', () => {
  test('[HU254] the owner accepts: the clue is corrected and the correction names the proposal', async () => {
    const { clueId } = await aSharedClue()
    const { proposalId } = await propose(clueId)
    await accept(proposalId)
    expect(await placeOf(clueId)).toBe('昌平')
    const record = { kind: 'Clue' as const, id: clueId }
    expect((await world.ask('shunyiHandler', listCorrections, { record })).items).toMatchObject([
      { proposalId, fault: '走访所见', officer: { postEn: 'shunyiHandler' } },
    ])
    expect(await of('bjHandler', clueId)).toMatchObject([
      { state: 'accepted', decidedBy: { postEn: 'shunyiHandler' }, officer: { postEn: 'bjHandler' } },
    ])
  })

  test('[HU254] a proposal for a case is decided by the agency that opened it', async () => {
    const caseId = await world.aCase()
    const record = { kind: 'Case' as const, id: caseId as string }
    await world.aGrant(record, 'police', { level: 'comment' })
    const change = { field: 'charge', value: '生产、销售伪劣产品' } as const
    const { proposalId } = await world.submit('policeHandler', proposeCorrection, {
      record,
      change,
      reason: '检验结论',
    })
    expect(await world.refusal(() => accept(proposalId, 1, 'policeLeader'))).toMatchObject({ code: 'policy.denied' })
    await accept(proposalId, 1, 'bjLeader')
    expect((await of('policeHandler', caseId))[0]).toMatchObject({ state: 'accepted', current: change.value })
  })

  test('[HU254] the owner discards with a reason that the proposer reads', async () => {
    const { clueId } = await aSharedClue()
    const { proposalId } = await propose(clueId)
    await discard(proposalId)
    expect(await of('bjHandler', clueId)).toMatchObject([{ state: 'discarded', decision: '没有依据' }])
    expect(await placeOf(clueId)).toBe(clueInput.place)
  })

  test('[HU255] of two proposals on one field one is accepted, and the other has to be looked at again', async () => {
    const { clueId } = await aSharedClue()
    const first = await propose(clueId, place('昌平'))
    const second = await propose(clueId, place('怀柔'), 'bjLeader')
    await accept(first.proposalId)
    expect(await world.refusal(() => accept(second.proposalId))).toMatchObject({ code: 'proposal.moved-on' })
    const stale = (await of('bjLeader', clueId)).find(({ id }) => id === second.proposalId)
    expect(stale).toMatchObject({ isStale: true, seen: clueInput.place, current: '昌平', can: { rebase: true } })
    await world.submit('bjLeader', rebaseProposal, { ...second, expectedVersion: 1, change: place('怀柔') })
    expect(await world.refusal(() => accept(second.proposalId, 1))).toMatchObject({ code: 'record.stale' })
    await accept(second.proposalId, 2)
    expect(await placeOf(clueId)).toBe('怀柔')
  })

  test('[HU255] looking again is for the proposer, after a change, of the same field', async () => {
    const { clueId } = await aSharedClue()
    const { proposalId } = await propose(clueId)
    const rebase = (change: Change, by: OfficerName = 'bjHandler') =>
      world.refusal(() => world.submit(by, rebaseProposal, { proposalId, expectedVersion: 1, change }))
    expect(await rebase(place('怀柔'))).toMatchObject({ code: 'proposal.not-moved-on' })
    const why = { expectedVersion: 1, fault: '有误', reason: '核对', changes: { place: '密云' } }
    await world.submit('shunyiHandler', correctClue, { clueId, ...why })
    expect(await rebase({ field: 'title', value: '标题' })).toMatchObject({ code: 'proposal.not-a-field' })
    expect(await rebase(place('密云'))).toMatchObject({ code: 'proposal.same-value' })
    expect(await rebase(place('怀柔'), 'shunyiHandler')).toMatchObject({ code: 'policy.denied' })
  })

  test('[HU256] two decisions at one moment: one is taken', async () => {
    const { clueId } = await aSharedClue()
    const { proposalId } = await propose(clueId)
    expect(await world.losers([accept(proposalId), discard(proposalId, 'shunyiLeader')])).toHaveLength(1)
    const [settled] = await of('shunyiHandler', clueId)
    expect(['accepted', 'discarded']).toContain(settled!.state)
  })

  test.each(['accepted', 'discarded', 'withdrawn'])('[HU256] a proposal that was %s is closed', async (state) => {
    const { clueId } = await aSharedClue()
    const { proposalId } = await propose(clueId)
    const withdraw = () => world.submit('bjHandler', withdrawProposal, { proposalId, expectedVersion: 1, reason: '' })
    await { accepted: () => accept(proposalId), discarded: () => discard(proposalId), withdrawn: withdraw }[state]!()
    for (const again of [() => accept(proposalId, 2), () => discard(proposalId), withdraw])
      expect(await world.refusal(again)).toMatchObject({ code: 'policy.denied' })
  })
})

test('[HU257] after the recall the proposal is gone for its proposer, and the owner still accepts it', async () => {
  const { clueId, grantId } = await aSharedClue()
  const { proposalId } = await propose(clueId)
  await world.submit('shunyiHandler', recallGrant, { grantId, expectedVersion: 1, reason: '收回' })
  expect(await of('bjHandler', clueId)).toEqual([])
  const withdraw = () => world.submit('bjHandler', withdrawProposal, { proposalId, expectedVersion: 1, reason: '' })
  expect(await world.refusal(withdraw)).toMatchObject({ code: 'record.unseen' })
  expect(await of('shunyiHandler', clueId)).toMatchObject([{ state: 'open', agency: { slug: 'bj' } }])
  await accept(proposalId)
  expect(await placeOf(clueId)).toBe('昌平')
})

test('[HU258] an open proposal waits for the owner, one left behind for its proposer', async () => {
  const { clueId } = await aSharedClue()
  const { proposalId } = await propose(clueId)
  const tasks = async (name: OfficerName) =>
    (await world.ask(name, myDesk, {})).tasks.filter(({ id }) => id === proposalId).map(({ kind }) => kind)
  expect([await tasks('shunyiLeader'), await tasks('bjHandler')]).toEqual([['proposal.decide'], []])
  const why = { expectedVersion: 1, fault: '有误', reason: '核对', changes: { place: '密云' } }
  await world.submit('shunyiHandler', correctClue, { clueId, ...why })
  expect(await tasks('bjHandler')).toEqual(['proposal.rebase'])
  await discard(proposalId)
  expect([await tasks('shunyiLeader'), await tasks('bjHandler')]).toEqual([[], []])
})
