import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { handlingCodes } from '../classification.ts'
import { correctClue } from '../corrections/index.ts'
import { derivationReport } from '../derivation/index.ts'
import { myDesk } from '../desk/index.ts'
import { listExportObstacles } from '../dossier-exports/index.ts'
import { exportPurposes } from '../export-purposes.ts'
import { barsTo } from '../measures/index.ts'
import { askConsent, consentToQuotation, listConsents, quoteClue } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** Shunyi's clue, given to Beijing, which quotes it in a dossier that the police and Guilin read. */
async function aQuote(changed: Parameters<World['aClue']>[0] = { handlingCode: 'not_in_proceedings' }) {
  const clueId = await world.aClue(changed)
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', {}, 'shunyiHandler')
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'view' })
  const sectionId = await world.aSection(caseId)
  const { recordId: quotationId } = await world.aQuotation(sectionId, clueId)
  return { clueId, caseId, sectionId, quotationId }
}
type Quote = Awaited<ReturnType<typeof aQuote>>

const obstacles = async (
  { caseId }: Quote,
  purpose: (typeof exportPurposes)[number],
  name: OfficerName = 'bjHandler',
) => (await world.ask(name, listExportObstacles, { caseId, purpose })).obstacles
const askFor = ({ sectionId, quotationId }: Quote, by: OfficerName = 'bjHandler') =>
  world.submit(by, askConsent, { sectionId, quotationId, purpose: 'proceedings', reason: '拟移送起诉' })
const answer = ({ clueId }: Quote, consentId: string, outcome: 'given' | 'refused', by: OfficerName = 'shunyiLeader') =>
  world.submit(by, consentToQuotation, { clueId, consentId, outcome, note: '' })

describe('quoting', () => {
  test('[HU550] whoever writes the section and reads the clue quotes it, and only as the clue says', async () => {
    const { clueId, sectionId } = await aQuote()
    const quote = (by: OfficerName, words: string, part: 'title' | 'content' = 'content') =>
      world.submit(by, quoteClue, { sectionId, clueId, part, words })
    await expect(quote('bjHandler', '伪装成医用雾化器')).resolves.toMatchObject({ kind: 'quotation' })
    expect(await world.refusal(() => quote('bjHandler', '没有说过的话'))).toMatchObject({
      code: 'quotation.not-in-clue',
    })
    expect(await world.refusal(() => quote('bjHandler', ''))).toMatchObject({ code: 'quotation.not-in-clue' })
    expect(await world.refusal(() => quote('policeHandler', '伪装'))).toMatchObject({ code: 'record.unseen' })
    expect(await world.refusal(() => quote('guilinHandler', '伪装'))).toMatchObject({ code: 'policy.denied' })
  })

  test('[HU550] what the owner withholds of the clue is not quoted', async () => {
    const clueId = await world.aClue()
    const withheldFields = ['content', 'goods']
    await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', { withheldFields }, 'shunyiHandler')
    const sectionId = await world.aSection(await world.aCase())
    for (const part of ['content', 'goods'] as const)
      expect(
        await world.refusal(() => world.submit('bjHandler', quoteClue, { sectionId, clueId, part, words: '电子烟' })),
      ).toMatchObject({ code: 'quotation.part-withheld' })
  })

  test('[HU551] the log says which clue was quoted where, and holds no word of it', async () => {
    const { clueId, sectionId } = await aQuote()
    const entry = (await world.entries()).findLast(({ act }) => act === 'section.quote')
    expect(entry).toMatchObject({ subject: { id: sectionId }, facts: { clue: clueId, part: 'title' } })
    expect(JSON.stringify(entry)).not.toContain('电子烟')
  })
})

describe('exporting', () => {
  test.each(exportPurposes)('[HU552] for %s exactly the listed handling codes stand in the way', async (purpose) => {
    for (const handlingCode of handlingCodes) {
      const found = await obstacles(await aQuote({ handlingCode }), purpose)
      const codes = found.map((one) => [one.handlingCode, one.askAgency?.slug])
      const bars = barsTo(world.hub.measures.exports, { purpose, handlingCode })
      expect(codes).toEqual(bars.length ? [[handlingCode, 'shunyi']] : [])
      expect(found.flatMap(({ because }) => because)).toEqual(bars.map(({ says }) => says))
    }
  })

  test('[HU580] a rule in force bars what it names, and only that waits for consent', async () => {
    const quote = await aQuote({ handlingCode: 'not_in_proceedings' })
    const before = world.hub.measures.exports
    const onward = before.find(({ id }) => id === 'BAR-PASSING-ON')!
    world.letBars([onward])
    expect(await obstacles(quote, 'proceedings')).toEqual([])
    expect(await world.refusal(() => askFor(quote))).toMatchObject({ code: 'quotation.consent-not-needed' })
    world.letBars([{ ...onward, when: { purpose: { is: 'proceedings' } } }])
    expect(await obstacles(quote, 'proceedings')).toMatchObject([{ because: [onward.says] }])
    await askFor(quote)
    world.letBars(before)
  })

  test('[HU552] a reader without the clue learns whom to ask, and nothing else of it', async () => {
    const quote = await aQuote()
    const found = await obstacles(quote, 'proceedings', 'policeHandler')
    expect(found).toMatchObject([{ sectionId: quote.sectionId, askAgency: { slug: 'shunyi' }, consent: null }])
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${quote.clueId}|电子烟|〔`))
  })

  test('[HU552] sections that the officer may not read do not count', async () => {
    const quote = await aQuote()
    const closed = { audience: 'members' as const, memberAgencyIds: [world.agencies.bj] }
    const sectionId = await world.aSection(quote.caseId, closed)
    await world.aQuotation(sectionId, quote.clueId)
    expect(await obstacles(quote, 'proceedings', 'bjHandler')).toHaveLength(2)
    expect(await obstacles(quote, 'proceedings', 'policeHandler')).toHaveLength(1)
  })

  test('[HU553] a block whose quotation cannot be traced is never let through, whatever it is for', async () => {
    const caseId = await world.aCase()
    const sectionId = await world.aSection(caseId)
    world.write(sectionId, { shows: { kind: 'quotation', recordId: newId() } })
    const { obstacles: found } = await world.ask('bjHandler', listExportObstacles, { caseId, purpose: 'working' })
    expect(found).toMatchObject([{ sectionId, handlingCode: null, askAgency: null }])
  })
})

describe('consent', () => {
  test('[HU554] the leader of the originator consents, the section is free, and the log says so', async () => {
    const quote = await aQuote()
    const { consentId } = await askFor(quote)
    expect(await obstacles(quote, 'proceedings')).toMatchObject([{ consent: { id: consentId, state: 'waiting' } }])
    const { tasks } = await world.ask('shunyiLeader', myDesk, {})
    expect(tasks.find(({ id }) => id === consentId)).toMatchObject({ kind: 'quotation.consent' })
    expect((await world.ask('shunyiHandler', myDesk, {})).tasks.some(({ id }) => id === consentId)).toBe(false)
    await answer(quote, consentId, 'given')
    expect(await obstacles(quote, 'proceedings')).toEqual([])
    expect((await world.entries()).at(-1)).toMatchObject({ act: 'clue.consent', facts: { consent: 'given' } })
    expect((await world.ask('shunyiLeader', myDesk, {})).tasks.some(({ id }) => id === consentId)).toBe(false)
  })

  test('[HU554] a consent to one quotation frees no other of the same clue', async () => {
    const quote = await aQuote()
    const { consentId } = await askFor(quote)
    await answer(quote, consentId, 'given')
    const other = await world.aSection(quote.caseId)
    await world.aQuotation(other, quote.clueId)
    expect(await obstacles(quote, 'proceedings')).toMatchObject([{ sectionId: other }])
  })

  test('[HU555] two clicks are one question; after a refusal it may be asked again', async () => {
    const quote = await aQuote()
    const { consentId } = await askFor(quote)
    expect(await world.refusal(() => askFor(quote, 'policeHandler'))).toMatchObject({
      code: 'quotation.consent-not-needed',
    })
    await answer(quote, consentId, 'refused')
    expect(await obstacles(quote, 'proceedings')).toMatchObject([{ consent: { state: 'refused' } }])
    const again = await askFor(quote)
    expect(again.consentId).not.toBe(consentId)
    await answer(quote, again.consentId, 'given')
    expect(await obstacles(quote, 'proceedings')).toEqual([])
  })

  test('[HU555] it is answered once, by the leader of the originator and by nobody else', async () => {
    const quote = await aQuote()
    const { consentId } = await askFor(quote)
    expect(await world.refusal(() => answer(quote, consentId, 'given', 'shunyiHandler'))).toMatchObject({
      code: 'policy.denied',
    })
    expect(await world.refusal(() => answer(quote, consentId, 'given', 'bjLeader'))).toMatchObject({
      code: 'policy.denied',
    })
    expect(await world.refusal(() => answer(quote, consentId, 'given', 'hebeiLeader'))).toMatchObject({
      code: 'record.unseen',
    })
    const lost = await world.losers([answer(quote, consentId, 'given'), answer(quote, consentId, 'refused')])
    expect(lost).toEqual(['quotation.decided-already'])
  })

  test('[HU555] a question about a clue is not answered over another clue', async () => {
    const quote = await aQuote()
    const { consentId } = await askFor(quote)
    const clueId = await world.aClue()
    expect(await world.refusal(() => answer({ ...quote, clueId }, consentId, 'given'))).toMatchObject({
      code: 'record.unseen',
    })
  })

  test('[HU556] who may only look at the section does not ask, nor is a free quotation asked about', async () => {
    const quote = await aQuote()
    expect(await world.refusal(() => askFor(quote, 'guilinHandler'))).toMatchObject({
      code: 'policy.denied',
    })
    const free = await aQuote({ handlingCode: 'unrestricted' })
    expect(await world.refusal(() => askFor(free))).toMatchObject({ code: 'quotation.consent-not-needed' })
    expect(await world.refusal(() => askFor({ ...quote, sectionId: free.sectionId }))).toMatchObject({
      code: 'quotation.not-quoted-here',
    })
  })

  test('[HU557] the originator sees its own words, who asked and why; others see nothing', async () => {
    const quote = await aQuote()
    await askFor(quote)
    const { items, canDecide } = await world.ask('shunyiLeader', listConsents, { clueId: quote.clueId })
    expect(items).toMatchObject([
      { words: '商户向未成年人销售伪装电子烟', agency: { slug: 'bj' }, reason: '拟移送起诉', state: 'waiting' },
    ])
    expect(canDecide).toBe(true)
    expect((await world.ask('shunyiHandler', listConsents, { clueId: quote.clueId })).canDecide).toBe(false)
    expect(await world.refusal(() => world.ask('bjHandler', listConsents, { clueId: quote.clueId }))).toMatchObject({
      code: 'policy.denied',
    })
  })
})

describe('the owner', () => {
  test('[HU558] sees which dossiers quote its clue by a block, though no number is written there', async () => {
    const quote = await aQuote()
    await world.owner.query(
      `insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at)
       select id, added_by, owner_agency_id, added_by, '\\x0000', now() + interval '9 years' from dossier_sections where id = $1`,
      [quote.sectionId],
    )
    const { sections } = await world.ask('shunyiHandler', derivationReport, {
      record: { kind: 'Clue', id: quote.clueId },
    })
    expect(sections).toMatchObject([{ sectionAgency: { slug: 'bj' }, title: null }])
  })

  test('[HU559] a correction of the clue leaves what was quoted as it was', async () => {
    const quote = await aQuote()
    await world.submit('shunyiHandler', correctClue, {
      clueId: quote.clueId,
      expectedVersion: 1,
      fault: '标题有误',
      reason: '核对原始记录',
      changes: { title: '更正后的标题' },
    })
    const { items } = await world.ask('shunyiLeader', listConsents, { clueId: quote.clueId })
    expect(items).toEqual([])
    const { rows } = await world.owner.query('select words from clue_quotations where id = $1', [quote.quotationId])
    expect(rows).toEqual([{ words: '商户向未成年人销售伪装电子烟' }])
  })
})
