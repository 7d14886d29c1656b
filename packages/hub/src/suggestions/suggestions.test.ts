import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { decideSuggestion, listSuggestions, suggestChanges, withdrawSuggestion } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const anchor = { from: 'AAECAw', to: 'AAECBA' }
const pieces = (...proposed: string[]) => proposed.map((words) => ({ anchor, seen: '烟弹', proposed: words }))

async function aSuggestion(...proposed: string[]) {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'comment' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'view' })
  const sectionId = await world.aSection(caseId)
  const wanted = { sectionId, pieces: pieces(...(proposed.length ? proposed : ['烟具'])), reason: '与清单不符' }
  const { suggestionIds } = await world.submit('policeHandler', suggestChanges, wanted)
  return { caseId, sectionId, ids: suggestionIds }
}
const decide = (by: OfficerName, sectionId: string, suggestionId: string, outcome: 'accepted' | 'rejected') =>
  world.submit(by, decideSuggestion, { sectionId, suggestionId, outcome, note: '' })
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
  const { sectionId } = await aSuggestion()
  const { rows } = await world.owner.query('select 1 from room_updates where room_id = $1', [sectionId])
  expect(rows).toEqual([])
})

test('[HU576] who may only look suggests nothing, and who suggested does not decide', async () => {
  const { sectionId, ids } = await aSuggestion()
  const wanted = { sectionId, pieces: pieces('烟具'), reason: '' }
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
  const { sectionId } = await aSuggestion()
  expect(
    await world.refusal(() =>
      world.submit('policeHandler', suggestChanges, { sectionId, pieces: pieces('烟弹'), reason: '' }),
    ),
  ).toMatchObject({ code: 'suggestion.same' })
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
