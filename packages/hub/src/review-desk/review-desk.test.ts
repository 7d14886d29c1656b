import { verifyBundle } from '@lianban/audit'
import { listen } from '@lianban/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { takeBundle } from '../bundles/index.ts'
import { bindEvidence, chainOfCase, chooseCharges } from '../chains/index.ts'
import { itemFields } from '../evidence/an-item.ts'
import { attachFile, recordEvidence } from '../evidence/index.ts'
import { explainMine } from '../explain/index.ts'
import { newsChannel } from '../news.ts'
import { searchAll } from '../search/index.ts'
import { recallGrant } from '../sharing/index.ts'
import { exploreTrail, trailOfCase, whoLookedAtOurs } from '../trail/index.ts'
import { dropNote, markEvidence, reviewOfCase, writeNote } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** A case with an item that proves a fact and a document to it, shown to the procuratorate. */
async function aReviewed() {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const facts = [...itemFields.facts.slice(0, 2), { fact: 'is_identification', value: false }]
  const whole = { ...itemFields, kind: 'record' as const, name: '现场笔录', facts }
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, {
    ...whole,
    instrument: undefined,
    instrumentNumber: '',
    quantity: '',
    caseId,
  } as never)
  await world.submit('bjHandler', chooseCharges, { caseId, expected: 0, charges: ['illegal_business'] })
  await world.submit('bjHandler', bindEvidence, { evidenceId, fact: 'act', relation: 'direct', source: '', note: '' })
  const fileId = await world.aFile(caseId, { name: '现场笔录.pdf' })
  await world.submit('bjHandler', attachFile, { evidenceId, fileId, part: 'original', note: '' })
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', { level: 'comment' })
  return { caseId, evidenceId, fileId, grantId }
}
const look = (caseId: string, by: OfficerName = 'procurator') => world.ask(by, reviewOfCase, { caseId })
const secret = '此人供述不稳定，拟建议不起诉'
type Note = Omit<Parameters<typeof writeNote>[1], 'submissionId'>
const note = (caseId: string, changed: Partial<Note> = {}, by: OfficerName = 'procurator') =>
  world.submit(by, writeNote, { caseId, words: secret, ...changed } as Note)
type Mark = Omit<Parameters<typeof markEvidence>[1], 'submissionId'>
const doubt = { outcome: 'curable', reason: 'list_unsigned' } as const
const mark = (
  of: { caseId: string; evidenceId: string },
  changed: Partial<Mark> = {},
  by: OfficerName = 'procurator',
) =>
  world.submit(by, markEvidence, {
    ...{ caseId: of.caseId, evidenceId: of.evidenceId, property: 'legality', words: '清单无见证人签名', expected: 0 },
    ...(changed.outcome ? {} : doubt),
    ...changed,
  } as Mark)
const everybodyElse = ['bjHandler', 'bjLeader', 'bjAuditor', 'policeHandler', 'policeLeader', 'hebeiHandler'] as const

describe('a private note', () => {
  test('[HU1065] is its author’s alone, by rule and by wall', async () => {
    const of = await aReviewed()
    await note(of.caseId, { evidenceId: of.evidenceId })
    await mark(of)
    expect((await look(of.caseId)).notes).toMatchObject([{ words: secret, itemId: of.evidenceId }])
    for (const by of everybodyElse) {
      expect((await world.refusal(() => look(of.caseId, by))).kind).toBe('not-found')
      expect((await world.refusal(() => note(of.caseId, {}, by))).kind).toBe('not-found')
      const { officer } = world.people[by]
      const context = { agencyId: officer.agencyId, officerId: officer.id }
      const seen = await world.hub.db.transaction(context, world.clock.now(), async (tx) => [
        (await tx.execute('select from review_notes')).rowCount,
        (await tx.execute('select from review_marks')).rowCount,
      ])
      expect([by, seen]).toEqual([by, [0, 0]])
    }
  })

  test('[HU1065] is hidden from another procurator of the office, who cannot drop it either', async () => {
    const { caseId } = await aReviewed()
    const { noteId } = await note(caseId)
    const { rows } = await world.owner.query('select officer_id from review_notes where id = $1', [noteId])
    expect(rows).toEqual([{ officer_id: world.people.procurator.officer.id }])
    await world.owner.query('update review_notes set officer_id = $2 where id = $1', [
      noteId,
      world.people.bjHandler.officer.id,
    ])
    expect((await look(caseId)).notes).toEqual([])
    const drop = () => world.submit('procurator', dropNote, { caseId, noteId })
    expect((await world.refusal(drop)).code).toBe('review.note-gone')
  })

  test('[HU1066] is of an item of the case or of the case, and is gone for good once dropped', async () => {
    const { caseId } = await aReviewed()
    const elsewhere = await aReviewed()
    const foreign = () => note(caseId, { evidenceId: elsewhere.evidenceId as never })
    expect((await world.refusal(foreign)).code).toBe('review.item-elsewhere')
    const { noteId } = await note(caseId)
    const drop = (of: string = caseId) => world.submit('procurator', dropNote, { caseId: of as never, noteId })
    expect((await world.refusal(() => drop(elsewhere.caseId))).code).toBe('review.note-gone')
    expect(await world.losers([drop(), drop()])).toEqual(['review.note-gone'])
    expect((await look(caseId)).notes).toEqual([])
    const { rowCount } = await world.owner.query('select from review_notes where id = $1', [noteId])
    expect(rowCount).toBe(0)
  })

  test('[HU1071] cites a page of a file of its item, and no second of a document or file of another item', async () => {
    const { caseId, evidenceId, fileId } = await aReviewed()
    const elsewhere = await aReviewed()
    const at = (spot: object, id: string | undefined = evidenceId) =>
      note(caseId, { evidenceId: id as never, spot: spot as never })
    const code = async (spot: object, id?: string) => (await world.refusal(() => at(spot, id))).code
    expect(await code({ fileId, second: 3 })).toBe('review.spot-of-other-kind')
    expect(await code({ fileId: elsewhere.fileId, page: 1 })).toBe('review.spot-elsewhere')
    const noItem = () => note(caseId, { spot: { fileId, page: 2 } as never })
    expect((await world.refusal(noItem)).code).toBe('review.spot-elsewhere')
    await at({ fileId, page: 17 })
    expect((await look(caseId)).notes).toMatchObject([{ itemId: evidenceId, spot: { fileId, page: 17, second: null } }])
  })

  test('[HU1071] cites a second of a recording, and no page of one', async () => {
    const { caseId, evidenceId } = await aReviewed()
    const fileId = await world.aFile(caseId, { name: '讯问.mp4' }, 'bjHandler', { type: 'video/mp4' })
    await world.submit('bjHandler', attachFile, { evidenceId, fileId, part: 'copy', note: '' })
    const at = (spot: object) => note(caseId, { evidenceId, spot: { fileId, ...spot } as never })
    expect((await world.refusal(() => at({ page: 1 }))).code).toBe('review.spot-of-other-kind')
    await at({ second: 754 })
    expect((await look(caseId)).notes).toMatchObject([{ spot: { second: 754, page: null } }])
  })
})

describe('a mark', () => {
  test('[HU1067] names a reason that carries a doubt, and none for what is accepted', async () => {
    const of = await aReviewed()
    const refused = async (changed: Partial<Mark>) => (await world.refusal(() => mark(of, changed))).code
    expect(await refused({ outcome: 'curable' })).toBe('review.mark-unfounded')
    expect(await refused({ outcome: 'curable', reason: 'no_original' })).toBe('review.mark-unfounded')
    expect(await refused({ outcome: 'excluded', reason: 'list_unsigned' })).toBe('review.mark-unfounded')
    expect(await refused({ outcome: 'accepted', reason: 'list_unsigned' })).toBe('review.mark-unfounded')
    await mark(of, { outcome: 'accepted' })
    const { told } = await look(of.caseId)
    expect(told.reasons.find(({ id }) => id === 'list_unsigned')).toMatchObject({
      property: 'legality',
      basis: [{ zh: expect.stringContaining('第86条') }],
      isVerified: true,
    })
  })

  test('[HU1068] counts as it was made last, over what was seen, and every one is kept', async () => {
    const of = await aReviewed()
    expect(await world.losers([mark(of), mark(of, { outcome: 'accepted' })])).toEqual(['record.stale'])
    await mark(of, { outcome: 'excluded', reason: 'illegal_means', expected: 1 })
    expect((await look(of.caseId)).marks).toMatchObject([
      { itemId: of.evidenceId, property: 'legality', outcome: 'excluded', times: 2 },
    ])
    const { rowCount } = await world.owner.query('select from review_marks where item_id = $1', [of.evidenceId])
    expect(rowCount).toBe(2)
    for (const by of everybodyElse) expect((await world.refusal(() => mark(of, {}, by))).kind).toBe('not-found')
  })

  test('[HU1070] changes how the facts stand for the office, and not the chain that others read', async () => {
    const of = await aReviewed()
    const state = async () => (await look(of.caseId)).facts.find(({ id }) => id === 'act')
    const chain = async (by: OfficerName) =>
      (await world.ask(by, chainOfCase, { caseId: of.caseId })).elements
        .flatMap(({ facts }) => facts)
        .find(({ id }) => id === 'act')?.state
    expect((await state())?.state).toBe('proved')
    await mark(of, { outcome: 'excluded', reason: 'illegal_means' })
    expect(await state()).toMatchObject({ state: 'open', gaps: [{ code: 'nothing' }, { code: 'excluded' }] })
    expect([await chain('bjHandler'), await chain('procurator')]).toEqual(['proved', 'proved'])
    await mark(of, { outcome: 'accepted', expected: 1 })
    expect((await look(of.caseId)).outcomes).toEqual([])
    for (const property of ['authenticity', 'relevance'] as const) await mark(of, { property, outcome: 'accepted' })
    const { outcomes } = await look(of.caseId)
    expect([outcomes, (await state())?.state]).toEqual([[{ itemId: of.evidenceId, outcome: 'accepted' }], 'proved'])
  })
})

test('[HU1069] in a closed case a procurator reads what was noted and adds nothing', async () => {
  const of = await aReviewed()
  await note(of.caseId)
  await world.owner.query("update cases set stage = 'closed' where id = $1", [of.caseId])
  expect(await look(of.caseId)).toMatchObject({ notes: [{ words: secret }], can: { note: false, mark: false } })
  expect((await world.refusal(() => note(of.caseId))).kind).toBe('forbidden')
  expect((await world.refusal(() => mark(of))).kind).toBe('forbidden')
})

test('[HU1069] once the case is shown no longer, the desk is not there', async () => {
  const { caseId, grantId } = await aReviewed()
  await note(caseId)
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '结束' })
  expect((await world.refusal(() => look(caseId))).kind).toBe('not-found')
})

describe('what others find', () => {
  test('[HU1072] nothing of a review is in trail, looks, search, explanation or bundle', async () => {
    const of = await aReviewed()
    await note(of.caseId)
    await mark(of)
    await world.owner.query("update cases set stage = 'closed' where id = $1", [of.caseId])
    await world.refusal(() => mark(of))
    await world.owner.query("update cases set stage = 'investigating' where id = $1", [of.caseId])
    const entries = (await world.entries()).filter(({ act }) => String(act).startsWith('review.'))
    expect(entries.map(({ outcome }) => outcome)).toContain('refused')
    expect(JSON.stringify(entries)).not.toMatch(/供述|签名/)
    expect(entries.filter(({ caseId }) => caseId !== undefined)).toEqual([])
    await world.sequenced()
    const record = { kind: 'Case' as const, id: of.caseId }
    for (const by of ['bjLeader', 'bjHandler', 'policeHandler'] as const) {
      const found = await Promise.allSettled([
        world.ask(by, trailOfCase, { caseId: of.caseId }),
        world.ask(by, exploreTrail, {}),
        world.ask(by, whoLookedAtOurs, { recordId: of.caseId }),
        world.ask(by, searchAll, { q: '供述' }),
        world.ask(by, explainMine, { record }),
        world.ask(by, chainOfCase, { caseId: of.caseId }),
      ])
      expect(found.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(3)
      expect(JSON.stringify(found)).not.toMatch(/review\.|审查台|审查笔记|三性|供述|见证人签名|list_unsigned/)
    }
    const asked = { caseId: of.caseId, purpose: 'working' as const }
    const { archive } = await takeBundle(world.as('bjLeader'), asked, async () => undefined)
    const bundle = verifyBundle(archive, world.hub.receipts.trust)
    if (!bundle.ok) throw new Error(bundle.problem.en)
    const all = bundle.files.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n')
    expect(all).toContain('现场笔录')
    expect(all).not.toMatch(/"review\.|审查笔记|供述|list_unsigned/)
  })

  test('[HU1072] the news of it names the own agency alone, and no case', async () => {
    const of = await aReviewed()
    const heard: string[] = []
    const { connectionString } = world.hub.db.pool.options
    const ears = await listen(connectionString!, newsChannel, (payload) => heard.push(payload))
    await note(of.caseId)
    await mark(of)
    await expect.poll(() => heard.length).toBeGreaterThan(1)
    await ears.close()
    for (const { bj, police } of [world.agencies]) expect(heard.join()).not.toMatch(new RegExp(`${bj}|${police}`))
    expect(heard.join()).toContain(world.agencies.procuratorate)
  })
})
