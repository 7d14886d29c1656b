import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { exportAuthorship } from '../authorship/index.ts'
import { aWrittenSection, paragraph } from '../chronicles/a-written-section.ts'
import { decideSuggestion, listSuggestions, suggestChanges, withdrawSuggestion } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function aSuggestion(...proposed: string[]) {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'comment' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'view' })
  const sectionId = await world.aSection(caseId)
  const section = aWrittenSection(world, sectionId)
  await section.write('bjHandler', paragraph('扣押烟弹。'), ...proposed.map(() => paragraph('另有烟弹。')))
  const pieces = section.places('烟弹').map((anchor, i) => ({ anchor, seen: '烟弹', proposed: proposed[i] ?? '烟具' }))
  const wanted = { sectionId, pieces: pieces.slice(0, proposed.length || 1), reason: '与清单不符' }
  const { suggestionIds } = await world.submit('policeHandler', suggestChanges, wanted)
  return { caseId, sectionId, section, wanted, ids: suggestionIds }
}
const decide = (by: OfficerName, sectionId: string, suggestionId: string, outcome: 'accepted' | 'rejected') =>
  world.submit(by, decideSuggestion, { sectionId, suggestionId, outcome, note: '' })
/** Whose edits the section is made of, in the order in which they were saved. */
async function writersOf(sectionId: string) {
  const { rows } = await world.owner.query<{ officer_id: string }>(
    'select officer_id from room_updates where room_id = $1 order by seq',
    [sectionId],
  )
  return rows.map(
    ({ officer_id }) => Object.entries(world.people).find(([, { officer }]) => officer.id === officer_id)![0],
  )
}
const shown = async (name: OfficerName, sectionId: string) => world.ask(name, listSuggestions, { sectionId })

test('[HU575] an agency that may not write suggests, and each piece is accepted or rejected by itself', async () => {
  const { sectionId, ids } = await aSuggestion('烟具', '烟油', '')
  expect((await shown('policeHandler', sectionId)).can).toEqual({ suggest: true, decide: false })
  await decide('bjHandler', sectionId, ids[0]!, 'accepted')
  await decide('bjLeader', sectionId, ids[1]!, 'rejected')
  const { items } = await shown('guilinHandler', sectionId)
  expect(items).toMatchObject([
    {
      proposed: '烟具',
      state: 'accepted',
      officer: { agency: { slug: 'police' } },
      decidedBy: { postEn: 'bjHandler' },
    },
    { proposed: '烟油', state: 'rejected', decidedBy: { postEn: 'bjLeader' } },
    { proposed: '', state: 'open', decidedBy: null },
  ])
})

test('[HU575] nothing of a suggestion is in the text of the section', async () => {
  const { sectionId, section } = await aSuggestion()
  expect(await section.wordsNow()).toBe('扣押烟弹。')
  expect(await writersOf(sectionId)).toEqual(['bjHandler'])
})

test('[HU576] who may only look suggests nothing, and who suggested does not decide', async () => {
  const { sectionId, ids, wanted } = await aSuggestion()
  expect(await world.refusal(() => world.submit('guilinHandler', suggestChanges, wanted))).toMatchObject({
    code: 'policy.denied',
  })
  expect(await world.refusal(() => decide('policeHandler', sectionId, ids[0]!, 'accepted'))).toMatchObject({
    code: 'policy.denied',
  })
  for (const attempt of [
    () => world.submit('hebeiHandler', suggestChanges, wanted),
    () => decide('hebeiHandler', sectionId, ids[0]!, 'accepted'),
    () => shown('hebeiHandler', sectionId),
  ])
    expect(await world.refusal(attempt)).toMatchObject({ code: 'record.unseen' })
})

test('[HU577] a suggestion is decided once, whoever clicks at that moment', async () => {
  const { sectionId, ids } = await aSuggestion()
  const lost = await world.losers([
    decide('bjHandler', sectionId, ids[0]!, 'accepted'),
    decide('bjLeader', sectionId, ids[0]!, 'rejected'),
    world.submit('policeHandler', withdrawSuggestion, { sectionId, suggestionId: ids[0]! }),
  ])
  expect(new Set(lost)).toEqual(new Set(['suggestion.decided-already']))
})

test('[HU577] it is decided in its own section alone', async () => {
  const { caseId, ids } = await aSuggestion()
  const other = await world.aSection(caseId)
  for (const id of [ids[0]!, newId<string>()])
    expect(await world.refusal(() => decide('bjHandler', other, id, 'accepted'))).toMatchObject({
      code: 'suggestion.not-here',
    })
})

test('[HU578] the agency that suggested withdraws it, and no other', async () => {
  const { sectionId, ids } = await aSuggestion()
  const withdraw = (by: OfficerName) => world.submit(by, withdrawSuggestion, { sectionId, suggestionId: ids[0]! })
  expect(await world.refusal(() => withdraw('bjHandler'))).toMatchObject({ code: 'suggestion.not-yours' })
  await withdraw('policeLeader')
  expect((await shown('bjHandler', sectionId)).items).toMatchObject([{ state: 'withdrawn' }])
})

test('[HU578] what the section says already is no suggestion', async () => {
  const { wanted } = await aSuggestion()
  const same = { ...wanted, pieces: wanted.pieces.map((piece) => ({ ...piece, proposed: piece.seen })) }
  expect(await world.refusal(() => world.submit('policeHandler', suggestChanges, same))).toMatchObject({
    code: 'suggestion.same',
  })
})

test('[HU579] the log counts pieces and decisions and holds no word', async () => {
  const { sectionId, ids } = await aSuggestion('不得入日志')
  await decide('bjHandler', sectionId, ids[0]!, 'accepted')
  const entries = (await world.entries()).slice(-2)
  expect(entries).toMatchObject([
    { act: 'section.suggest', facts: { pieces: 1 } },
    { act: 'section.decideSuggestion', facts: { decision: 'accepted' } },
  ])
  expect(JSON.stringify(entries)).not.toContain('不得入日志')
})

test('[HU582] what is accepted is an edit of whoever accepts it, of that officer’s session and under a client id of theirs', async () => {
  const { sectionId, section, ids } = await aSuggestion('烟具', '烟油')
  await decide('bjLeader', sectionId, ids[0]!, 'accepted')
  expect(await section.wordsNow()).toBe('扣押烟具。\n另有烟弹。\n另有烟弹。')
  expect(await writersOf(sectionId)).toEqual(['bjHandler', 'bjLeader'])
  const { rows } = await world.owner.query(
    'select session_id from room_updates where room_id = $1 order by seq desc limit 1',
    [sectionId],
  )
  expect(rows).toEqual([{ session_id: world.people.bjLeader.sessionId }])
  const { ranges } = await world.ask('guilinHandler', exportAuthorship, { sectionId })
  expect(ranges.find(({ text }) => text === '具')).toMatchObject({ officerId: world.people.bjLeader.officer.id })
  await decide('bjHandler', sectionId, ids[1]!, 'rejected')
  expect(await section.wordsNow()).toBe('扣押烟具。\n另有烟弹。\n另有烟弹。')
})

test('[HU583] words that read otherwise by now are not replaced, and the suggestion stays open', async () => {
  const { sectionId, section, ids } = await aSuggestion()
  await section.write('bjHandler', paragraph('扣押烟丝。'))
  expect(await world.refusal(() => decide('bjHandler', sectionId, ids[0]!, 'accepted'))).toMatchObject({
    code: 'suggestion.words-changed',
  })
  await decide('bjHandler', sectionId, ids[0]!, 'rejected')
})

test('[HU583] nothing is accepted in a section whose stored text is damaged', async () => {
  const { sectionId, section, ids } = await aSuggestion()
  await section.write('bjHandler', paragraph('扣押烟弹。'), paragraph('后来的话。'))
  const seq = section.seqs.at(-1)!
  await world.owner.query("update room_updates set update = update || '\\x00' where seq = $1", [seq])
  expect(await world.refusal(() => decide('bjHandler', sectionId, ids[0]!, 'accepted'))).toMatchObject({
    code: 'suggestion.section-damaged',
    facts: { at: seq },
  })
})

test.each([
  ['the decision', 'section_suggestion_decisions'],
  ['the edit', 'room_updates'],
  ['its client id', 'room_authors'],
  ['the entry in the log', 'audit_intake'],
])('[HU584] where %s cannot be kept there is neither an acceptance nor an edit', async (_what, table) => {
  const { sectionId, section, ids } = await aSuggestion()
  await world.owner.query(`create function fails() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
    create trigger fails before insert on ${table} for each row execute function fails()`)
  await expect(decide('bjHandler', sectionId, ids[0]!, 'accepted')).rejects.toThrow()
  await world.owner.query(`drop trigger fails on ${table}; drop function fails()`)
  expect(await section.wordsNow()).toBe('扣押烟弹。')
  expect(await writersOf(sectionId)).toEqual(['bjHandler'])
  expect((await shown('bjHandler', sectionId)).items).toMatchObject([{ state: 'open' }])
  await decide('bjHandler', sectionId, ids[0]!, 'accepted')
  expect(await section.wordsNow()).toBe('扣押烟具。')
})
