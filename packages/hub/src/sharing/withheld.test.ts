import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { everyAnswer } from '../a-request.ts'
import { aWorld, figureFields, type World } from '../a-world.ts'
import { caseWithholdable, findCasePage, findCluePage, recordEvent, recordFigure } from '../cases/index.ts'
import { clueWithholdable, listClues } from '../clues/index.ts'
import { itemFields } from '../evidence/an-item.ts'
import { attachFile, recordEvidence } from '../evidence/index.ts'
import { findHandoffPage } from '../handoffs/index.ts'
import { endCarrying } from '../live/index.ts'
import { recallGrant } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** What each withheld field would show, in words of this scene only. */
const newMarks = (of: string) => ({
  summary: `${of}机密摘要`,
  figures: `${of}机密数字`,
  events: `${of}机密经过`,
  clues: `${of}机密线索`,
  files: `${of}机密文件.pdf`,
  content: `${of}机密内容`,
  goods: `${of}机密物品`,
  identifiers: `NUMBER${of}`,
})
type Marks = ReturnType<typeof newMarks>
const fields = Object.keys(newMarks('')) as (keyof Marks)[]
let scenes = 1000
const marksOfScene = () => newMarks(String(++scenes))

const markedClue = (marks: Marks, by: OfficerName) =>
  world.aClue(
    {
      title: marks.clues,
      content: marks.content,
      goods: [{ what: 'pods', note: marks.goods }],
      identifiers: [{ kind: 'waybill', value: marks.identifiers }],
    },
    by,
  )

async function markedScene() {
  const marks = marksOfScene()
  const clueId = await markedClue(marks, 'bjIntake')
  const caseId = await world.aCase({ summary: marks.summary, clueIds: [clueId] })
  await world.submit('bjHandler', recordFigure, { caseId, ...figureFields, asWritten: marks.figures })
  const event = { caseId, kind: 'other' as const, happenedOn: '2025', what: marks.events, source: '004' }
  await world.submit('bjHandler', recordEvent, event)
  const fileId = await world.aFile(caseId, { name: marks.files })
  const sectionId = await world.aSection(caseId)
  const quoted = { part: 'content' as const, words: marks.content }
  const { recordId: quotationId } = await world.aQuotation(sectionId, clueId, quoted)
  const { handoffId, packageDigest } = await world.aHandoff('dispatched', caseId)
  const agreementId = await world.anAgreement(['police'])
  const [grantId, noticeId, proposalId, exportId] = Array<string>(4).fill(agreementId) as [
    string,
    string,
    string,
    string,
  ]
  const { officerId, changeId } = { officerId: world.people.bjLeader.officer.id, changeId: await world.anEntry() }
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  const attached = { evidenceId, fileId, part: 'copy' as const, note: '' }
  const { attachmentId } = await world.submit('bjHandler', attachFile, attached)
  const ids = {
    officerId,
    changeId,
    requestId: grantId,
    emergencyId: grantId,
    clockId: await world.aClock(caseId),
    alertId: grantId,
    evidenceId,
    attachmentId,
    bindingId: grantId,
    findingId: grantId,
    drawId: grantId,
    holdId: '01890000-0000-7000-8000-000000000000',
    webhookId: grantId,
    deliveryId: grantId,
    fileId,
    assistanceId: grantId,
    letterId: grantId,
    clueId,
    caseId,
    sectionId,
    handoffId,
    agreementId,
    grantId,
    noticeId,
    proposalId,
    quotationId,
    threadId: quotationId,
    suggestionId: quotationId,
    exportId,
    taskForceId: await world.aTaskForce(['police']),
  }
  return { marks, packageDigest, ...ids }
}

const shown = (marks: Marks, answers: unknown) =>
  fields.filter((field) => JSON.stringify(answers).includes(marks[field]))

test.each(caseWithholdable.map(({ field }) => field))(
  '[HU68] a procurator finds %s in no answer once it is withheld',
  async (field) => {
    const scene = await markedScene()
    await world.aGrant({ kind: 'Case', id: scene.caseId }, 'procuratorate', { withheldFields: [field] })
    const answers = await everyAnswer(world, 'procurator', scene)
    const gone = field === 'clues' ? ['clues', 'content', 'goods', 'identifiers'] : [field]
    expect(shown(scene.marks, answers)).toEqual(fields.filter((mark) => !gone.includes(mark)))
    expect(answers['cases.find']).toMatchObject({ withheld: [field] })
  },
)

test.each<[OfficerName, AgencyName]>([
  ['guilinHandler', 'guilin'],
  ['procurator', 'procuratorate'],
])('[HU68] %s sees every field, or none once all are withheld', async (name, agency) => {
  const record = async () => {
    const scene = await markedScene()
    return { scene, ofCase: { kind: 'Case' as const, id: scene.caseId } }
  }
  const [open, closed] = [await record(), await record()]
  await world.aGrant(open.ofCase, agency)
  await world.aGrant(closed.ofCase, agency, { withheldFields: caseWithholdable.map(({ field }) => field) })
  expect(shown(open.scene.marks, await everyAnswer(world, name, open.scene))).toEqual(fields)
  expect(shown(closed.scene.marks, await everyAnswer(world, name, closed.scene))).toEqual([])
})

test('[HU68] the owner sees what it withholds from others', async () => {
  const scene = await markedScene()
  await world.aGrant({ kind: 'Case', id: scene.caseId }, 'guilin', {
    withheldFields: caseWithholdable.map(({ field }) => field),
  })
  expect(shown(scene.marks, await everyAnswer(world, 'bjHandler', scene))).toEqual(fields)
})

test.each(clueWithholdable.map(({ field }) => field))(
  '[HU69] a clue shared without its %s shows it nowhere',
  async (field) => {
    const marks = marksOfScene()
    const clueId = await markedClue(marks, 'shunyiIntake')
    await world.aGrant({ kind: 'Clue', id: clueId }, 'guilin', { withheldFields: [field] }, 'shunyiHandler')
    const found = await world.ask('guilinHandler', findCluePage, { clueId })
    expect(found).toMatchObject({ [field]: null, withheld: [field] })
    const listed = await world.ask('guilinHandler', listClues, {})
    expect(shown(marks, [found, listed])).toEqual(
      ['clues', 'content', 'goods', 'identifiers'].filter((mark) => mark !== field),
    )
  },
)

describe('a clue taken up by another agency', () => {
  async function passedOn(withheldFields: string[], changed: { expiresAt?: string } = {}) {
    const marks = marksOfScene()
    const clueId = await markedClue(marks, 'shunyiIntake')
    const terms = { level: 'co_handle' as const, withheldFields, allowsOnward: true, ...changed }
    const grantId = await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', terms, 'shunyiHandler')
    const caseId = await world.aCase({ clueIds: [clueId] })
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
    return { marks, clueId, grantId, caseId }
  }
  const find = (name: OfficerName, clueId: string) => world.ask(name, findCluePage, { clueId })

  test('[HU70] shows the guests of the case no more than the agency that opened it', async () => {
    const { clueId } = await passedOn(['content', 'identifiers'])
    for (const name of ['bjHandler', 'policeHandler'] as const)
      expect(await find(name, clueId)).toMatchObject({
        content: null,
        identifiers: null,
        withheld: ['content', 'identifiers'],
      })
    expect((await find('policeHandler', clueId)).goods).not.toBeNull()
  })

  test('[HU70] is not there for the guests once its owner took it back', async () => {
    const { clueId, grantId } = await passedOn([])
    expect((await find('policeHandler', clueId)).withheld).toEqual([])
    await world.submit('shunyiHandler', recallGrant, { grantId, expectedVersion: 1, reason: '收回' })
    for (const name of ['bjHandler', 'policeHandler'] as const)
      expect(await world.refusal(() => find(name, clueId))).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU70] shows the guests none of these fields once the grant of that agency has run out, and soon not even that it is there', async () => {
    const { clueId } = await passedOn([], { expiresAt: new Date(world.clock.now().getTime() + 1000).toISOString() })
    const before = world.clock.now()
    world.clock.advance(1000)
    expect(await find('policeHandler', clueId)).toMatchObject({ content: null, goods: null, identifiers: null })
    await endCarrying(world.hub, before)
    expect(await world.refusal(() => find('policeHandler', clueId))).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU70] leaves the package without what its preparer did not see', async () => {
    const { marks, caseId } = await passedOn(['content'])
    const { handoffId } = await world.aHandoff('dispatched', caseId)
    const { items } = await world.ask('policeHandler', findHandoffPage, { handoffId })
    expect(shown(marks, items)).toEqual(['clues', 'goods', 'identifiers'])
  })
})

test('[HU71] a clue does not name a case whose grant withholds the clues', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant({ kind: 'Clue', id: clueId }, 'guilin')
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { withheldFields: ['clues'] })
  await world.aGrant({ kind: 'Case', id: caseId }, 'police')
  expect((await world.ask('guilinHandler', findCluePage, { clueId })).cases).toEqual([])
  expect((await world.ask('policeHandler', findCluePage, { clueId })).cases).toMatchObject([{ id: caseId }])
})

test.each<[string, 'unrestricted' | 'no_onward', boolean]>([
  ['whose handling code forbids it', 'no_onward', true],
  ['whose owner gave it not to be passed on', 'unrestricted', false],
])('[HU72] a clue %s goes on neither with the case nor with the package', async (_why, handlingCode, allowsOnward) => {
  const clueId = await world.aClue({ handlingCode })
  const terms = { level: 'co_handle' as const, allowsOnward }
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', terms, 'shunyiHandler')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const { handoffId } = await world.aHandoff('dispatched', caseId)
  expect((await world.ask('policeHandler', findCasePage, { caseId })).clues).toEqual([])
  expect(await world.refusal(() => world.ask('policeHandler', findCluePage, { clueId }))).toMatchObject({
    code: 'record.unseen',
  })
  const { items } = await world.ask('policeHandler', findHandoffPage, { handoffId })
  expect(items.map(({ kind }) => kind)).not.toContain('clue')
  expect((await world.ask('bjHandler', findCasePage, { caseId })).clues).toHaveLength(1)
})
