import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { runDeadlineExamples } from './deadline-examples.ts'
import { measured } from './measured.ts'
import { runRadarExamples } from './radar-examples.ts'
import { factsOf, runThresholdExamples, ThresholdExample } from './threshold-examples.ts'

const examples = z
  .array(ThresholdExample)
  .parse(parse(readFileSync(join(ourLawFolder, 'thresholds.examples.yaml'), 'utf8')))

/** The rows of the table of deadlines as the articles give them. */
const deadlines = {
  TR: 10,
  PS: 6,
  RV: 3,
  DET: 3,
  INV: 1,
  PRO: 2,
  SE: 3,
  AD: 15,
  CO: 3,
  HL: 4,
}

test('[LA107] every deadline of the table is there', () => {
  const ids = ourLaw.deadlines.rules.map(({ id }) => id)
  const wanted = Object.entries(deadlines).flatMap(([group, last]) =>
    Array.from({ length: last }, (_, i) => `${group}-${String(i + 1).padStart(2, '0')}`),
  )
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
})

test('[LA107] a deadline, a threshold or a rule of the radar without an example is told', () => {
  const nothing = { file: 'examples.yaml', text: '[]' }
  const untold = (play: typeof runDeadlineExamples, rows: readonly { readonly id: string }[]) => {
    const told = play(ourLaw, nothing).problems.map(({ what }) => what.split(' ')[0])
    return rows.map(({ id }) => id).filter((id) => !told.includes(id))
  }
  expect(untold(runDeadlineExamples, ourLaw.deadlines.rules)).toEqual([])
  expect(untold(runThresholdExamples, ourLaw.thresholds.rows)).toEqual([])
  expect(untold(runRadarExamples, ourLaw.radar)).toEqual([])
})

test.each(ourLaw.thresholds.rows.filter(({ when }) => when).map((row) => [row.id, row] as const))(
  '[LA107] %s has an example at the very number and one just beside it, for every number of it',
  (id, { when }) => {
    const found = (side: 'met' | 'unmet') =>
      examples
        .filter(({ row }) => row === id)
        .map((example) => measured(factsOf({ ...example.that, ...example[side] }).data!))
    for (const { measure, atLeast, below } of when!) {
      const { amount } = (atLeast ?? below)!
      const [met, unmet] = atLeast ? [amount, amount - 1] : [amount - 1, amount]
      expect([measure, found('met').map((each) => each[measure])]).toEqual([measure, expect.arrayContaining([met])])
      expect([measure, found('unmet').map((each) => each[measure])]).toEqual([measure, expect.arrayContaining([unmet])])
    }
  },
)
