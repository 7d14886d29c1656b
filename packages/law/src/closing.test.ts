import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { closingOf } from './closing.ts'
import { runClosingExamples } from './closing-examples.ts'
import { LawFileError, readLaw } from './load-law.ts'

const textOf = (name: string) => readFileSync(join(ourLawFolder, name), 'utf8')

test('[LA151] every worked example of closing holds, and a ground or a bar that none is about is told', () => {
  const examples = textOf('closing.examples.yaml')
  const told = (text: string) => runClosingExamples(ourLaw, { file: 'c.yaml', text }).problems.map(({ what }) => what)
  expect(told(examples)).toEqual([])
  expect(told(examples.replace(/.*supervision: asked.*\n/, ''))).toEqual([
    'supervision that owes a step has no example that holds',
  ])
  expect(told(examples.replace('grounds: [facts_not_established]', 'grounds: []'))).toContain(
    'expected no ground, found facts_not_established',
  )
  expect(told(examples.replace(', owed: [reverse]', ''))).toContain('expected nothing to owe a step, found reverse')
})

test('[LA151] a kind of agency has its own grounds, told with article and how well it was checked', () => {
  expect(closingOf(ourLaw, 'operator', {})).toEqual({ owed: [], grounds: [] })
  expect(closingOf(ourLaw, 'police', {}).grounds[0]).toMatchObject({
    id: 'judged',
    basis: [{ zh: '《刑事诉讼法》第259条' }],
    isVerified: false,
  })
})

test('[LA152] an unknown place, law or kind, and a ground twice, are refused by file and line', () => {
  const read = (change: (text: string) => string) => () =>
    readLaw((name) => ({
      file: `${name}.yaml`,
      text: name === 'closing' ? change(textOf('closing.yaml')) : textOf(`${name}.yaml`),
    }))
  expect(read((text) => text)).not.toThrow()
  expect(read((text) => text.replace('[not_filed, archived]', '[not_field]'))).toThrow(/closing.yaml:\d+.*not_filed\?/)
  expect(read((text) => text.replace('transfer: [team_assigned', 'transfer: [team_asigned'))).toThrow(LawFileError)
  expect(read((text) => text.replace('law: cpl, article: 163', 'law: cpll, article: 163'))).toThrow(/cpl\?/)
  expect(read((text) => text.replace('id: judged', 'id: not_prosecuted'))).toThrow(/the id of two grounds/)
})
