import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { listClues } from '../clues/index.ts'
import { correctClue } from '../corrections/index.ts'
import { assessClue, assessmentsOfClue } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const opinion = {
  verdict: 'confirmed' as const,
  reliability: 'B' as const,
  credibility: '2' as const,
  note: '走访属实',
}
const assess = (
  name: OfficerName,
  clueId: string,
  changed: Partial<Omit<typeof opinion, 'verdict'>> & { verdict?: 'confirmed' | 'refuted' | 'undecided' } = {},
) => world.submit(name, assessClue, { clueId, ...opinion, ...changed })
const of = async (name: OfficerName, clueId: string) => (await world.ask(name, assessmentsOfClue, { clueId })).agencies

/** A clue of Shunyi's, open to Beijing at a level, and through Beijing's case to the police. */
async function aSharedClue(level: 'view' | 'comment' | 'co_handle' = 'co_handle') {
  const clueId = await world.aClue()
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', { level, allowsOnward: true }, 'shunyiHandler')
  if (level !== 'co_handle') return clueId
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'comment' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', { level: 'comment' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
  return clueId
}

test.each<[OfficerName, 'view' | 'comment' | 'co_handle', boolean]>([
  ['shunyiHandler', 'view', true],
  ['shunyiLeader', 'view', true],
  ['shunyiIntake', 'view', false],
  ['bjHandler', 'comment', true],
  ['bjLeader', 'comment', true],
  ['bjHandler', 'view', false],
  ['policeHandler', 'co_handle', true],
  ['guilinHandler', 'co_handle', false],
  ['procurator', 'co_handle', false],
])('[HU240] %s, with the clue given at level %s, assesses it: %s', async (name, level, may) => {
  const clueId = await aSharedClue(level)
  if (!may) return expect(await world.refusal(() => assess(name, clueId))).toMatchObject({ code: 'policy.denied' })
  await assess(name, clueId)
  expect(await of(name, clueId)).toMatchObject([{ latest: { ...opinion, officer: { postEn: name } } }])
})

test('[HU240] to who may not read the clue it is not there to be assessed', async () => {
  const clueId = await aSharedClue()
  expect(await world.refusal(() => assess('hebeiHandler', clueId))).toMatchObject({ code: 'record.unseen' })
})

test('[HU241] the latest of each agency counts and the earlier ones stay under it', async () => {
  const clueId = await aSharedClue()
  await assess('bjHandler', clueId, { verdict: 'undecided' })
  world.clock.advance(1000)
  await assess('shunyiLeader', clueId)
  world.clock.advance(1000)
  await assess('bjLeader', clueId, { verdict: 'refuted', reliability: 'C' as never })
  const [first, second] = await of('shunyiHandler', clueId)
  expect(first).toMatchObject({
    agency: { slug: 'bj' },
    isOwner: false,
    latest: { verdict: 'refuted', officer: { postEn: 'bjLeader' } },
    earlier: [{ verdict: 'undecided', officer: { postEn: 'bjHandler' } }],
  })
  expect(second).toMatchObject({ agency: { slug: 'shunyi' }, isOwner: true, earlier: [] })
})

test.each<[OfficerName, string | null]>([
  ['shunyiHandler', '走访属实'],
  ['shunyiIntake', null],
  ['bjHandler', '走访属实'],
  ['policeHandler', null],
  ['procurator', null],
])('[HU242] of what Beijing made of the clue, %s reads the note: %s', async (name, note) => {
  const clueId = await aSharedClue()
  await assess('bjHandler', clueId)
  expect(await of(name, clueId)).toMatchObject([{ latest: { verdict: 'confirmed', reliability: 'B', note } }])
})

test('[HU243] an assessment older than a correction says so, a newer one does not', async () => {
  const clueId = await aSharedClue()
  await assess('bjHandler', clueId)
  world.clock.advance(1000)
  const why = { expectedVersion: 2, fault: '地点有误', reason: '核对', changes: { place: '昌平' } }
  await world.submit('shunyiHandler', correctClue, { clueId, ...why })
  expect(await of('bjHandler', clueId)).toMatchObject([{ latest: { predatesCorrection: true } }])
  world.clock.advance(1000)
  await assess('bjHandler', clueId)
  expect(await of('bjHandler', clueId)).toMatchObject([
    { latest: { predatesCorrection: false }, earlier: [{ predatesCorrection: true }] },
  ])
})

test('[HU244] the list is narrowed to the verdicts that agencies stand by now', async () => {
  const [wavering, refuted, untouched] = [
    await aSharedClue('comment'),
    await aSharedClue('comment'),
    await aSharedClue('comment'),
  ]
  await assess('bjHandler', wavering, { verdict: 'refuted' })
  world.clock.advance(1000)
  await assess('bjHandler', wavering, { verdict: 'confirmed' })
  await assess('shunyiLeader', wavering, { verdict: 'undecided' })
  await assess('bjHandler', refuted, { verdict: 'refuted' })
  const these = [wavering, refuted, untouched]
  const narrowed = async (verdict: 'confirmed' | 'refuted' | 'undecided' | 'none') => {
    const { items, total } = await world.ask('shunyiHandler', listClues, { verdict, limit: 100 })
    expect(total).toBe(items.length)
    return items.filter(({ id }) => these.includes(id))
  }
  expect((await narrowed('confirmed')).map(({ id }) => id)).toEqual([wavering])
  expect((await narrowed('undecided')).map(({ id }) => id)).toEqual([wavering])
  expect((await narrowed('refuted')).map(({ id, verdicts }) => [id, verdicts])).toEqual([[refuted, ['refuted']]])
  expect((await narrowed('none')).map(({ id }) => id)).toEqual([untouched])
})
