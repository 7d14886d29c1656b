import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { filledIn, lettersOf } from './letter.ts'
import { LawFileError, readLaw } from './load-law.ts'

const problemsWith = (from: string, to: string): string[] => {
  try {
    readLaw((name) => {
      const text = readFileSync(join(ourLawFolder, `${name}.yaml`), 'utf8')
      return { file: `${name}.yaml`, text: name === 'letters' ? text.replace(from, to) : text }
    })
    return []
  } catch (error) {
    if (error instanceof LawFileError) return error.problems.map(({ what }) => what)
    throw error
  }
}

test('[LA75] every blank of a letter is filled in, and what was filled in is not read as a blank', () => {
  const [letter] = lettersOf(ourLaw, 'refuse')
  const values = new Proxy({}, { get: (_, name) => `〈${String(name)}{note}〉` }) as Parameters<typeof filledIn>[1]
  const lines = filledIn(letter!, values)
  expect(lines[0]).toBe(
    '贵单位〈sent{note}〉移送的《〈letter{note}〉》（〈number{note}〉）一案，经审查，决定不予立案，并退回案卷材料。',
  )
  expect(lettersOf(ourLaw, 'deliver')).toEqual([])
})

test('[LA75] a letter with an unknown blank, move or paper is refused by line', () => {
  expect(problemsWith('{officer}', '{officers}')).toEqual([expect.stringContaining('a blank is one of')])
  expect(problemsWith('after: [sign]', 'after: [sing]')).toEqual([expect.stringContaining('unknown move sing')])
  expect(problemsWith('number: filing_notice', 'number: filing_note')).toEqual([
    expect.stringContaining('unknown receipt filing_note'),
  ])
})
