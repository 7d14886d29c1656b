import type { Entry } from '@lianban/audit'
import { type EntryId, newId } from '@lianban/kernel'
import { describe, expect, test } from 'vitest'
import { procedures } from '../a-request.ts'
import * as agencies from '../agencies/index.ts'
import * as agreements from '../agreements/index.ts'
import * as alerts from '../alerts/index.ts'
import * as assessments from '../assessments/index.ts'
import * as assistances from '../assistances/index.ts'
import * as authorship from '../authorship/index.ts'
import * as boundRecords from '../bound-records/index.ts'
import * as bundles from '../bundles/index.ts'
import * as caseSteps from '../case-steps/index.ts'
import * as cases from '../cases/index.ts'
import * as chains from '../chains/index.ts'
import * as clockBoard from '../clock-board/index.ts'
import * as closings from '../closings/index.ts'
import * as clues from '../clues/index.ts'
import * as comments from '../comments/index.ts'
import * as corrections from '../corrections/index.ts'
import * as damages from '../damages/index.ts'
import * as derivation from '../derivation/index.ts'
import * as desk from '../desk/index.ts'
import * as dossierExports from '../dossier-exports/index.ts'
import * as dossiers from '../dossiers/index.ts'
import * as emergencies from '../emergencies/index.ts'
import * as evidence from '../evidence/index.ts'
import * as explain from '../explain/index.ts'
import * as exports from '../exports/index.ts'
import * as files from '../files/index.ts'
import * as goods from '../goods/index.ts'
import * as reviews from '../grant-reviews/index.ts'
import * as handoffs from '../handoffs/index.ts'
import * as hits from '../hits/index.ts'
import * as holds from '../holds/index.ts'
import * as law from '../law/index.ts'
import * as notices from '../notices/index.ts'
import * as officers from '../officers/index.ts'
import * as proposals from '../proposals/index.ts'
import * as quotations from '../quotations/index.ts'
import * as radar from '../radar/index.ts'
import * as recalls from '../recalls/index.ts'
import * as receipts from '../receipts/index.ts'
import * as requests from '../requests/index.ts'
import * as reviewDesk from '../review-desk/index.ts'
import * as rules from '../rule-versions/index.ts'
import * as saltDestructions from '../salt-destructions/index.ts'
import * as seals from '../seals/index.ts'
import * as search from '../search/index.ts'
import * as versions from '../section-versions/index.ts'
import * as sharing from '../sharing/index.ts'
import * as suggestions from '../suggestions/index.ts'
import * as taskForces from '../task-forces/index.ts'
import * as webhooks from '../webhooks/index.ts'
import { acts, factWords } from './acts.ts'
import * as trail from './index.ts'
import { type Names, sentenceOf } from './sentence.ts'

const handler = { zh: '北京烟草·承办员', en: 'Beijing Tobacco handler' }
const known: Names = {
  officer: () => handler,
  agency: () => ({ zh: '北京环食药', en: 'Beijing EFD' }),
  subject: () => ({ zh: '“跨省案”', en: '“跨省案”' }),
}
const unknown: Names = { officer: () => undefined, agency: () => undefined, subject: () => undefined }

/** A fact for every hole of the act, in the form in which the commands write it. */
const factsFor = (act: string): Record<string, string | number> =>
  Object.fromEntries(
    [...`${acts[act]!.zh}${acts[act]!.en}`.matchAll(/\{(\w+)\}/g)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'subject')
      .map((name) => [name, Object.keys(factWords[name] ?? { 3: '' })[0]!]),
  )

const entry = (act: string, outcome: Entry['outcome']): Entry => ({
  id: newId<EntryId>(),
  at: new Date('2026-03-02T08:00:00Z'),
  act,
  outcome,
  officerId: newId(),
  ...(outcome === 'done' && { facts: factsFor(act) }),
  subject: { kind: 'Case', id: newId() },
})

const names = Object.keys(acts)
const untidy = /[{}]|undefined|null| {2}|（）|\(\)|“”|的的| [，。、,.]|’s ’s/

describe.each([
  ['known', known],
  ['unknown', unknown],
] as const)('to a reader to whom the names are %s', (kind, told) => {
  test.each(names)(`[HU140] “%s” is a tidy sentence in both languages, ${kind}`, (act) => {
    for (const outcome of ['done', 'refused'] as const) {
      const { zh, en } = sentenceOf(entry(act, outcome), told)
      expect(zh).toMatch(/^.*[\p{Script=Han}].*。$/u)
      expect(en).toMatch(/^[A-Z].*[\w)”]\.$/)
      expect(zh).not.toMatch(untidy)
      expect(en).not.toMatch(untidy)
      expect(en.replaceAll('“跨省案”', '')).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

type Framed = { readonly frame: 'command' | 'find' | 'list'; readonly commandName: string }
const isFramed = (value: unknown): value is Framed => typeof value === 'function' && 'frame' in value
const aftermath = [assessments, corrections, recalls, receipts, proposals, derivation, exports]
const ofSections = [authorship, versions, seals, dossierExports, bundles]
const verticals = [
  ...aftermath,
  ...ofSections,
  agencies,
  agreements,
  cases,
  chains,
  caseSteps,
  clues,
  damages,
  desk,
  dossiers,
  evidence,
  explain,
  files,
  goods,
  handoffs,
  emergencies,
  hits,
  law,
  clockBoard,
  officers,
  boundRecords,
  comments,
  suggestions,
  quotations,
  rules,
  requests,
  reviews,
  reviewDesk,
  search,
  sharing,
  taskForces,
  trail,
  alerts,
  assistances,
  notices,
  radar,
  holds,
  saltDestructions,
  webhooks,
  closings,
]
const framed = verticals.flatMap((vertical) => Object.values<unknown>(vertical)).filter(isFramed)

test('[HU141] every command and every query about a record is an act with a sentence', () => {
  // All that the router mounts; a room is entered, files come and go, a dossier, a letter, a report or a bundle taken out by doors of their own.
  expect(framed).toHaveLength(procedures.length + 11)
  for (const { frame, commandName } of framed) if (frame !== 'list') expect(names).toContain(commandName)
})

test('[HU141] an act that nobody has put into words is still shown by its name', () => {
  expect(sentenceOf({ ...entry('case.find', 'done'), act: 'case.new' }, known)).toEqual({
    zh: '北京烟草·承办员 case.new。',
    en: 'Beijing Tobacco handler case.new.',
  })
})

test.each([
  [
    'case.open',
    'done',
    { clues: 2, label: 'internal' },
    '北京烟草·承办员 立案 “跨省案”，由 2 条线索而来，标为“内部”。',
  ],
  [
    'grant.give',
    'done',
    { agency: 'x', level: 'co_handle' },
    '北京烟草·承办员 将 “跨省案” 以“协同办理”级别共享给 北京环食药。',
  ],
  ['grant.give', 'refused', {}, '北京烟草·承办员 试图共享 “跨省案”，被拒绝。'],
  ['session.expire', 'done', { reason: 'idle' }, '北京烟草·承办员 的会话结束（长时间未操作）。'],
] as const)('[HU140] “%s” that was %s reads as an officer would say it', (act, outcome, facts, zh) => {
  expect(sentenceOf({ ...entry(act, outcome), facts }, known).zh).toBe(zh)
})

test('[HU142] what the reader may not know is said to be withheld, never shown by its id', () => {
  const told = entry('section.enter', 'done')
  const { zh, en } = sentenceOf(told, { ...known, subject: () => undefined })
  expect(zh).toBe('北京烟草·承办员 打开卷宗 （不在知悉范围）。')
  expect(zh + en).not.toMatch(told.subject!.id)
})

test('[HU142] an act without an officer is the agency’s, and without either the hub’s', () => {
  const { officerId: _, ...rest } = entry('search.all', 'done')
  expect(sentenceOf(rest, known).zh).toBe('平台 检索。')
  expect(sentenceOf({ ...rest, agencyId: newId() }, known).en).toBe('Beijing EFD searched.')
})
