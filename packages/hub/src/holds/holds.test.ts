import { CaseId, ClueId, EvidenceId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { itemFields } from '../evidence/an-item.ts'
import { recordEvidence } from '../evidence/index.ts'
import { layHold, liftHold, listHolds } from './index.ts'

let world: World
let caseId: CaseId
beforeAll(async () => {
  world = await aWorld()
  caseId = CaseId.parse(await world.aCase({ number: '甲号', name: '跨省案' }))
  await world.aGrant({ kind: 'Case', id: caseId }, 'police')
})
afterAll(() => world.close())

type Held = Parameters<typeof layHold>[1]['record']
const said = { reason: '行政诉讼', authority: '函〔7〕号' }
const lay = async (by: OfficerName, record: Held = { kind: 'Case', id: caseId }) =>
  (await world.submit(by, layHold, { ...said, record })).holdId
const listed = async (by: OfficerName, recordId: string = caseId) =>
  (await world.ask(by, listHolds, { recordId })).items
const refused = async (attempt: () => Promise<unknown>) => (await world.refusal(attempt)).code

test('[HU933] a case, a clue and an item of evidence are held by leaders who may read them', async () => {
  const clueId = ClueId.parse(await world.aClue({}, 'bjIntake'))
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  const item = EvidenceId.parse(evidenceId)
  for (const record of [
    { kind: 'Case', id: caseId },
    { kind: 'Clue', id: clueId },
    { kind: 'EvidenceItem', id: item },
  ] as const) {
    await lay('bjLeader', record)
    expect(await listed('bjLeader', record.id)).toMatchObject([
      { ...said, agency: { slug: 'bj' }, by: { postEn: 'bjLeader' }, lifted: null, canLift: true },
    ])
    for (const by of ['hebeiLeader', 'guilinLeader'] as const)
      expect(await refused(() => lay(by, record))).toBe('record.unseen')
  }
  for (const by of ['bjHandler', 'bjAuditor', 'policeHandler'] as const)
    await expect(lay(by)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('[HU933] several stand at once, and each is lifted once by the agency that laid it', async () => {
  const other = await lay('policeLeader')
  const standing = (await listed('bjLeader')).map(({ agency, canLift }) => [agency.slug, canLift])
  expect(standing.toSorted()).toEqual([
    ['bj', true],
    ['police', false],
  ])
  const lift = (by: OfficerName) =>
    world.submit(by, liftHold, { holdId: other, reason: '已审结', authority: '函〔8〕号' })
  expect(await refused(() => lift('bjLeader'))).toBe('policy.denied')
  expect(await refused(() => lift('hebeiLeader'))).toBe('record.unseen')
  expect(await world.losers([lift('policeLeader'), lift('policeLeader')])).toEqual(['hold.already-lifted'])
  expect((await listed('policeLeader')).filter(({ lifted }) => lifted)).toMatchObject([
    { lifted: { reason: '已审结', authority: '函〔8〕号', by: { postEn: 'policeLeader' } }, canLift: false },
  ])
  const logged = (await world.entries()).filter(({ act, outcome }) => act === 'hold.lift' && outcome === 'done')
  expect(logged).toMatchObject([{ facts: { record: caseId, held: 'Case' } }])
  expect(JSON.stringify(logged)).not.toMatch(/已审结|函〔8〕号/)
})

test('[HU934] for whoever may not know of the record there is no hold', async () => {
  expect((await listed('bjAuditor')).length).toBe(2)
  expect((await listed('policeLeader')).length).toBe(1)
  for (const by of ['hebeiLeader', 'guilinLeader', 'bjHandler', 'operatorAudit', 'procurator'] as const)
    expect([by, await listed(by)]).toEqual([by, []])
  const knowing = [world.people.bjHandler.officer.id, world.people.bjLeader.officer.id]
  const kept = CaseId.parse(await world.aCase({ restrictedTo: knowing }))
  await lay('bjLeader', { kind: 'Case', id: kept })
  expect([(await listed('bjLeader', kept)).length, (await listed('bjAuditor', kept)).length]).toEqual([1, 0])
})
