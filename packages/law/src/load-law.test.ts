import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LinedYaml, printed } from '@lianban/lined-yaml'
import { expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { readLimits } from './limits.ts'
import { LawFileError, loadLaw, readLaw } from './load-law.ts'
import { readMaterials } from './materials.ts'
import { readPowers } from './powers.ts'
import { readCalendar } from './read-calendar.ts'
import { readDeadlines } from './read-deadlines.ts'
import { readThresholds } from './read-thresholds.ts'
import { readTracks } from './tracks.ts'
import { readValuation } from './valuation.ts'

const { laws, deadlines } = ourLaw
const readers = {
  calendar: readCalendar,
  deadlines: (yaml: LinedYaml) => readDeadlines(yaml, laws),
  thresholds: (yaml: LinedYaml) => readThresholds(yaml, laws),
  valuation: (yaml: LinedYaml) => readValuation(yaml, laws),
  limits: (yaml: LinedYaml) => readLimits(yaml, laws),
  powers: (yaml: LinedYaml) => readPowers(yaml, laws, deadlines),
  moves: (yaml: LinedYaml) => readTracks(yaml, laws, deadlines),
  materials: (yaml: LinedYaml) => readMaterials(yaml, laws, deadlines),
}
type Name = keyof typeof readers

const textOf = (name: string) => readFileSync(join(ourLawFolder, `${name}.yaml`), 'utf8')

/** What reading says of one file of our law once it is edited. */
function problemsWith(name: Name, edit: (text: string) => string): string[] {
  const yaml = new LinedYaml(`${name}.yaml`, edit(textOf(name)))
  if (yaml.problems.length === 0) readers[name](yaml)
  return yaml.problems.map(printed)
}

const inDeadlines = (from: string | RegExp, to: string): string[] =>
  problemsWith('deadlines', (text) => text.replace(from, to))

const lineOf = (part: string): number =>
  readFileSync(join(ourLawFolder, 'deadlines.yaml'), 'utf8').split(part)[0]!.split('\n').length

test('[LA5] the law that comes with the program has every row of the table of deadlines', () => {
  const ids = ourLaw.deadlines.rules.map(({ id }) => id)
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`)
  const table = { TR: 10, PS: 5, RV: 3, DET: 3, INV: 1, PRO: 2, SE: 3, AD: 15, CO: 3, HL: 4 }
  const wanted = Object.entries(table).flatMap(([prefix, count]) => numbered(prefix, count))
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
})

test('[LA5] what a row does not know, lacks or says twice is told by file and line', () => {
  const line = lineOf('  - id: TR-01')
  expect(inDeadlines('    liable: agency_head\n', '    liabel: agency_head\n')).toEqual([
    `deadlines.yaml:${line} a deadline liable: Invalid option: expected one of "agency"|"agency_head"|"police"|"procuratorate"|"party"`,
    `deadlines.yaml:${line + 7} unknown field liabel in a deadline`,
  ])
  expect(inDeadlines('- id: TR-02', '- id: TR-01')).toEqual([
    expect.stringMatching(/^deadlines\.yaml:\d+ TR-01 is already the id of the deadline at deadlines\.yaml:\d+$/),
  ])
  expect(inDeadlines('opens: [transfer.approved]', 'opens: [transfer.aproved]')).toEqual([
    expect.stringMatching(/:\d+ unknown event transfer\.aproved in TR-02; did you mean transfer\.approved\?$/),
  ])
  expect(inDeadlines('{ law: order_310, article: 5 }', '{ law: order_301, article: 5 }')).toEqual([
    expect.stringMatching(/:\d+ unknown law order_301; did you mean order_310\?$/),
  ])
  expect(inDeadlines('status: verified\n', 'status: certain\n')).toEqual([
    expect.stringMatching(/ a deadline status: /),
  ])
  expect(inDeadlines('deadlines:\n', 'deadlines:\n  - &row { id: X }\n')).not.toEqual([])
})

test('[LA6] a limit without a unit, or in a mixture of days, is refused', () => {
  for (const limit of ['3', '0 days', '-1 days', '1.5 days', '3 weeks', '99999 days', 'soon'])
    expect(inDeadlines('limit: 3 days', `limit: ${limit}`), limit).toEqual([
      expect.stringMatching(/ a deadline limit: /),
    ])
  expect(inDeadlines('add: 4 days', 'add: 4 working days')).toEqual([
    expect.stringContaining('different kinds of days'),
  ])
  expect(inDeadlines('limit: 3 working days\n', 'limit: 3 working days\n    lastDay: moves\n')).toEqual([
    expect.stringContaining('can only move a last day that is a day of the calendar'),
  ])
  expect(inDeadlines('direction: before\n', 'direction: before\n    restarts: [hearing.asked]\n')).toEqual([
    expect.stringContaining('can neither pause, restart nor be extended'),
  ])
  expect(inDeadlines('of: [not_detained]', 'of: [not_detain]')).toEqual([
    expect.stringContaining('unknown variant not_detain; did you mean not_detained?'),
  ])
  expect(inDeadlines('add: 4 days', 'add: 4 days\n        to: 9 days')).toEqual([
    expect.stringContaining('either adds to the limit or leads to another'),
  ])
})

test('[LA7] one id may stand twice for times that do not overlap', () => {
  const twice = (older: string, newer: string) =>
    problemsWith('deadlines', (text) => {
      const row = / {2}- id: TR-02\n(?: {4}.*\n)+/.exec(text)![0]
      return text.replace(row, `${row}    ${older}\n${row}    ${newer}\n`)
    })
  expect(twice('validUntil: 2026-06-30', 'validFrom: 2026-07-01')).toEqual([])
  expect(twice('validUntil: 2026-07-01', 'validFrom: 2026-07-01')).toEqual([expect.stringContaining('already the id')])
  expect(
    inDeadlines('limit: 24 hours', 'limit: 24 hours\n    validFrom: 2026-07-02\n    validUntil: 2026-07-01'),
  ).toEqual([expect.stringContaining('TR-02 ends before it begins')])
})

test('[LA5] an event of which no row speaks is told at its line', () => {
  expect(inDeadlines('events:\n', 'events:\n  case.forgotten: { zh: 遗忘, en: forgotten }\n')).toEqual([
    `deadlines.yaml:${lineOf('events:\n') + 1} no deadline speaks of the event case.forgotten`,
  ])
})

test('[LA7] a missing file, a stray one and an empty folder are refused', () => {
  const without = (lost: string) => () =>
    readLaw((name) => ({ file: `${name}.yaml`, text: name === lost ? undefined : textOf(name) }))
  expect(without('calendar')).toThrow(new LawFileError([{ file: 'calendar.yaml', line: 1, what: 'is missing' }]))
  expect(() => loadLaw(join(ourLawFolder, '../sharing'))).toThrow(/unknown file auto-share\.yaml/)
  expect(() => loadLaw(join(ourLawFolder, '../nowhere'))).toThrow('laws.yaml:1 is missing')
})

const year = (...lines: string[]) => problemsWith('calendar', () => lines.join('\n'))

test('[LA4] a year may be entered from its notice, and then it is counted in', () => {
  const lines = ['- year: 2027', '  notice: 样例', '  holidays: [{ name: 元旦, from: 2027-01-01, until: 2027-01-03 }]']
  const law = readLaw((name) => ({
    file: `${name}.yaml`,
    text:
      name === 'calendar'
        ? [...lines, '  workdays: [{ name: 元旦, day: 2027-01-09 }]'].join('\n')
        : readFileSync(join(ourLawFolder, `${name}.yaml`), 'utf8'),
  }))
  const day = law.calendar.years.at(-1)
  expect(day).toBe(2027)
  expect(year(...lines, '  workdays: [{ name: 元旦, day: 2028-01-09 }]')).toEqual([
    'calendar.yaml:1 2028-01-09 is no day of 2027',
  ])
  expect(year(...lines, '  workdays: [{ name: 元旦, day: 2027-01-02 }]')).toEqual([
    'calendar.yaml:1 2027-01-02 is called both a holiday and a workday',
  ])
  expect(year(...lines.map((line) => line.replace('2027', '2026')), '  workdays: []')).toContain(
    'calendar.yaml:1 2026 is known already',
  )
  expect(
    year(...lines.map((line) => line.replace('until: 2027-01-03', 'until: 2026-12-31')), '  workdays: []'),
  ).toContain('calendar.yaml:1 元旦 of 2027 ends before it begins')
})

const broken: readonly (readonly [file: Name, from: string | RegExp, to: string, told: string])[] = [
  ['thresholds', 'atLeast: 50000 元', 'atLeast: 50000', '没有写明单位'],
  ['thresholds', 'atLeast: 50000 元', 'atLeast: 50000 支', 'the unit does not fit the measure'],
  ['thresholds', 'crime: illegal_business, level', 'crime: ilegal_business, level', 'did you mean illegal_business?'],
  ['thresholds', 'id: C225-GAIN,', 'id: C225-AMOUNT,', 'already the id of the threshold at thresholds.yaml:'],
  ['thresholds', 'law: scope_reply', 'law: scope_replies', 'unknown law scope_replies'],
  ['valuation', 'id: national_retail', 'id: provincial_retail', 'already the id of a method'],
  ['valuation', 'factor: 3/2', 'factor: 1.5', 'a fraction such as 3/2'],
  ['limits', 'atMost: 400 支', 'atMost: 400 支\n    atLeast: 1 支', 'one of atMost, above and atLeast'],
  ['limits', 'id: L-MAIL-LEAF\n', 'id: L-MAIL-CUT\n', 'already the id of a limit'],
  ['powers', 'instruments: [seizure_decision, seizure_list]', 'instruments: [seizure_lists]', 'unknown instrument'],
  ['powers', 'starts: [AD-03]', 'starts: [AD-99]', 'unknown deadline AD-99'],
  [
    'powers',
    'tobacco: [register_in_advance, sample]',
    'tobacco: [samples]',
    'unknown power samples; did you mean sample?',
  ],
  ['moves', 'to: team_assigned, by', 'to: team_asigned, by', 'unknown state team_asigned; did you mean team_assigned?'],
  ['moves', 'receipts: [team_order]', 'receipts: [team_ordre]', 'unknown receipt team_ordre'],
  ['moves', 'moves: [tell_party, decide]', 'moves: [tell_party, decides]', 'did you mean decide?'],
  ['moves', 'event: transfer.sent', 'event: transfer.snet', 'unknown event transfer.snet'],
  ['moves', 'fromAmount: 50000 元', 'fromAmount: 50000 元, if: is_grave', 'either `if` or `fromAmount`'],
  ['materials', 'about: goods_list,', 'about: good_list,', 'unknown material good_list; did you mean goods_list?'],
  ['materials', 'starts: [TR-03]', 'starts: [TR-30]', 'unknown deadline TR-30'],
]

test.each(broken)('[LA24] %s.yaml is refused by line where %j reads %j', (file, from, to, told) => {
  const problems = problemsWith(file, (text) => text.replace(from, to))
  expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^${file}\\.yaml:\\d+ `))]))
  expect(problems.join('\n')).toContain(told)
})
