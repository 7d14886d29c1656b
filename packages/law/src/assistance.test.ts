import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { assistanceMoves, kindOfAssistance } from './assistance.ts'
import { runAssistanceExamples } from './assistance-examples.ts'
import { LawFileError, readLaw } from './load-law.ts'

const read = (name: string): string => readFileSync(join(ourLawFolder, name), 'utf8')
const problemsWith = (from: string, to: string): string[] => {
  try {
    readLaw((name) => {
      const text = read(`${name}.yaml`)
      return { file: `${name}.yaml`, text: name === 'assistance' ? text.replace(from, to) : text }
    })
    return []
  } catch (error) {
    if (error instanceof LawFileError) return error.problems.map(({ file, what }) => `${file} ${what}`)
    throw error
  }
}
const played = (from: string, to: string): string[] =>
  runAssistanceExamples(ourLaw, { file: 'x', text: read('assistance.examples.yaml').replace(from, to) }).problems.map(
    ({ what }) => what,
  )

test('[LA90] every example and walk of the assistance holds, and one that does not is told', () => {
  expect(played('', '')).toEqual([])
  expect(played('lanes: [beijing_tianjin_hebei]', 'lanes: []')[0]).toContain('beijing_tianjin_hebei')
  expect(played('papers: [assistance_letter]', 'papers: []')[0]).toContain('licence_check needs assistance_letter')
  expect(played('  barred: true', '  barred: false')[0]).toContain('parcel_trail is barred')
  expect(played('ends: confirmed', 'ends: replied')[0]).toContain('ends as confirmed')
  expect(played('[send, sign_in]', '[sign_in]')[0]).toContain('sign_in is not open')
  expect(played('closed: [send]', 'closed: []')).toEqual([])
  expect(played('- walk: [drop]', '- walk: []')).toContain('step drop has no example that holds')
})

test.each([
  ['deadline: HL-03', 'deadline: HL-3', 'unknown deadline HL-3'],
  ['power: seize', 'power: seise', 'unknown power seise'],
  [
    'papers: { administrative: [assistance_letter, sampling_list] }',
    'papers: { administrative: [letter] }',
    'unknown paper letter',
  ],
  ['urgencies: [hours_2,', 'urgencies: [hours_3,', 'unknown urgency hours_3'],
  ['after: [list_missing]', 'after: [list_lacking]', 'unknown step list_lacking'],
  ['现就所请事项', '现就{matter}', 'a blank is one of'],
  ['to: signed_in', 'to: signed', 'unknown state signed'],
  ['{ law: six_bans }', '{ law: seven_bans }', 'unknown law seven_bans'],
  ['papers: { criminal: [cooperation_letter, evidence_notice] }', 'papers: {}', 'nothing of its papers'],
])('[LA91] %s written as %s is refused by line', (from, to, what) => {
  expect(problemsWith(from, to)).toContainEqual(expect.stringContaining(what))
})

test('[LA92] what is open once is closed afterwards, and an unknown kind is refused', () => {
  const open = (taken: string[]) => assistanceMoves(ourLaw, { standing: 'signed_in', taken }).map(({ id }) => id)
  expect([open([]).includes('list_missing'), open(['list_missing']).includes('list_missing')]).toEqual([true, false])
  expect(() => kindOfAssistance(ourLaw, 'constructor')).toThrow('No request has this name')
})
