import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LinedYaml, printed } from '@lianban/lined-yaml'
import { expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { runNoticeExamples } from './notice-examples.ts'
import { afterDuty, dutyHoursOf, leavesAt, noticesOf, readNotices } from './notices.ts'

const [bj, hebei] = ['a-beijing', 'b-hebei']
const told = (act: string, row: Record<string, unknown>, by: string | null = bj) =>
  noticesOf(ourLaw.notices, { act, row: { fromAgencyId: bj, toAgencyId: hebei, ...row }, by })

test('[LA115] an act tells the agencies that its row names, by the first line that fits, and never the acting one', () => {
  expect(told('assistance.send', { urgency: 'hours_2' }).map(({ agencyId, kind }) => [agencyId, kind])).toEqual([
    [hebei, 'assistance_urgent'],
  ])
  expect(told('assistance.send', { urgency: 'days_7' }).map(({ kind }) => kind)).toEqual(['assistance'])
  expect(told('assistance.send', {}, hebei)).toEqual([])
  expect(told('assistance.oversee', {}, 'c-superior').map(({ agencyId }) => agencyId)).toEqual([bj, hebei])
  expect(told('assistance.answer', { overseerAgencyId: null }).map(({ agencyId }) => agencyId)).toEqual([hebei])
  expect(told('clue.record', {})).toEqual([])
})

test('[LA116] nothing that may be read outside names a record, a person or an agency', () => {
  for (const { outside } of Object.values(ourLaw.notices.kinds)) {
    expect(outside.zh).toMatch(/^联办：[^{}〔〕]+。$/)
    expect(outside.en).toMatch(/^Lianban: [^{}]+\.$/)
  }
})

test.each([
  ['assistance', '2026-03-02T02:00:00Z', '2026-03-02T02:00:00Z'],
  ['assistance', '2026-03-02T12:30:00Z', '2026-03-03T00:00:00Z'],
  ['assistance', '2026-03-06T10:00:00Z', '2026-03-09T00:00:00Z'],
  ['assistance', '2026-09-30T11:00:00Z', '2026-10-08T00:00:00Z'],
  ['assistance_urgent', '2026-10-02T20:00:00Z', '2026-10-02T20:00:00Z'],
  ['assistance', '2039-01-01T02:00:00Z', '2039-01-03T00:00:00Z'],
])('[LA117] %s of %s leaves the hub at %s', (kind, now, leaves) => {
  expect(leavesAt(ourLaw, { kind, agency: 'bj-tobacco' }, new Date(now))).toEqual(new Date(leaves))
})

test('[LA118] an act of a kind that nobody has put into words is refused with its line', () => {
  const text = `dutyHours: { usual: { from: 8, until: 18 } }
digestAt: 8
retryMinutes: [1]
kinds: {}
acts:
  - { act: assistance.send, to: [toAgencyId], roles: [leader], kind: requests, words: { zh: 甲, en: a } }
`
  const yaml = new LinedYaml('notices.yaml', text)
  readNotices(yaml)
  expect(yaml.problems.map(({ line, what }) => [line, what])).toEqual([[5, expect.stringContaining('requests')]])
})

const examples = readFileSync(join(ourLawFolder, 'notices.examples.yaml'), 'utf8')
const problemsOf = (text: string) =>
  runNoticeExamples(ourLaw, { file: join(ourLawFolder, 'notices.examples.yaml'), text }).problems.map(printed)

test('[LA130] every climb of the table has an example in the hours of duty and past them', () => {
  expect(problemsOf(examples)).toEqual([])
  const atNight = examples
    .split('\n')
    .filter((line) => !/hours_2 .*10-02T02:50/.test(line))
    .join('\n')
  expect(problemsOf(atNight)).toEqual([expect.stringContaining('assistance.send assistance_urgent off duty')])
  expect(problemsOf(examples.replace('T10:15:00', 'T10:14:00'))[0]).toContain(
    'climbs 2026-03-02T02:15:00.000Z to leader',
  )
  expect(problemsOf(examples.replaceAll('bj-police-efd', 'bj-tobacco')).join()).toContain(
    'bj-police-efd has no example',
  )
})

test.each([
  ['bj-tobacco', 1, '2026-03-02T09:59:59Z', '2026-03-03T00:00:59Z'],
  ['bj-tobacco', 600, '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z'],
  ['bj-tobacco', 599, '2026-03-02T00:00:00Z', '2026-03-02T09:59:00Z'],
  ['bj-tobacco', 1200, '2026-03-06T00:00:00Z', '2026-03-10T00:00:00Z'],
  ['bj-police-efd', 1200, '2026-03-06T00:00:00Z', '2026-03-06T20:00:00Z'],
])('[LA131] at the desk of %s %d minutes of duty after %s end at %s', (agency, minutes, told, ends) => {
  expect(afterDuty(ourLaw, { kind: 'assistance', agency }, { told: new Date(told), minutes })).toEqual(new Date(ends))
})

test('[LA132] an agency that is named keeps its own hours, every other the usual ones', () => {
  expect(dutyHoursOf(ourLaw.notices, 'bj-police-efd')).toEqual({ from: 0, until: 24, days: 'every' })
  expect(dutyHoursOf(ourLaw.notices, 'hebei-tobacco')).toEqual(ourLaw.notices.dutyHours.usual)
  expect(dutyHoursOf(ourLaw.notices, 'constructor')).toEqual(ourLaw.notices.dutyHours.usual)
})
