import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printed } from '@lianban/lined-yaml'
import { expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { runDeadlineExamples } from './deadline-examples.ts'
import { runLawExamples } from './law-examples.ts'

const deadlines = readFileSync(join(ourLawFolder, 'deadlines.examples.yaml'), 'utf8')
const problemsOf = (text: string) =>
  runDeadlineExamples(ourLaw, { file: 'examples.yaml', text })
    .problems.map(printed)
    .map((line) => line.replace(ourLawFolder, ''))

test('[LA21] every worked example holds on both sides of its limit, and every row and branch has one', () => {
  const { passed, problems } = runLawExamples(ourLawFolder)
  expect(problems).toEqual([])
  expect(passed).toBeGreaterThan(65)
})

test('[LA21] an example that is a day wrong is told by file and line', () => {
  expect(problemsOf(deadlines.replace('last: 2026-02-16 }', 'last: 2026-02-17 }'))).toEqual([
    'examples.yaml:5 TR-01 expected 2026-02-17, found 2026-02-16',
  ])
  expect(problemsOf(deadlines.replace('deadline: TR-01', 'deadline: TR-0I'))).toEqual([
    'examples.yaml:5 unknown deadline TR-0I; did you mean TR-01?',
    expect.stringMatching(/^\/deadlines\.yaml:\d+ TR-01 has no example of its own limit$/),
  ])
})

test('[LA21] a branch of a row that no example tries is told', () => {
  const without = deadlines.replace(/.*variant: remote.*\n/, '').replace(/.*custody\.extended_serial.*\n/, '')
  expect(problemsOf(without)).toEqual([
    expect.stringMatching(/DET-02 expected 2026-03-16, found 2026-02-17$/),
    expect.stringMatching(/DET-02 has no example of custody\.extended_serial$/),
    expect.stringMatching(/CO-01 has no example of remote$/),
  ])
})

test('[LA21] an example without an end, or with two, is refused', () => {
  expect(problemsOf(deadlines.replace('last: 2026-02-16 }', 'variant: none }'))[0]).toContain('either a last day or')
})
