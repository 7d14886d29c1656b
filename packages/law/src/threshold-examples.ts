import { unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { assess } from './assess.ts'
import { type ExampleReport, playExamples } from './example-report.ts'
import { Facts } from './facts.ts'
import type { Law } from './load-law.ts'

const side = z.record(z.string(), z.unknown())
export const ThresholdExample = z.strictObject({ row: z.string(), that: side, met: side, unmet: side })

const ofFacts = [
  'product',
  'genuineness',
  'licence',
  'channel',
  'activity',
  'actor',
  'conduct',
  'brands',
  'penalties',
  'smugglingPenalties',
]

/** A matter of one act; what is not about the matter is about the act. */
export function factsOf(plain: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(plain)
  const facts = Object.fromEntries(entries.filter(([name]) => ofFacts.includes(name)))
  const act = Object.fromEntries(entries.filter(([name]) => !ofFacts.includes(name)))
  return Facts.safeParse({ ...facts, acts: [{ on: '2026-03-02', ...act }], assessedOn: '2026-03-02' })
}

/** Plays the worked examples of the thresholds: a row is met on one side, and not on the other. */
export function runThresholdExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const rows = law.thresholds.rows
  const ids = rows.map(({ id }) => id)
  return playExamples(source, ThresholdExample, {
    rows,
    play({ row, that, met, unmet }) {
      if (!ids.includes(row)) return { flaw: unknownName('threshold', row, ids) }
      for (const [side, expected] of [
        [met, 'met'],
        [unmet, 'unmet'],
      ] as const) {
        const facts = factsOf({ ...that, ...side })
        if (!facts.success) return { flaw: `${row}: ${facts.error.issues[0]!.message}` }
        const { verdict } = assess(law, facts.data).rows.find(({ id }) => id === row)!
        if ((verdict === 'met') !== (expected === 'met'))
          return { flaw: `${row} expected ${expected}, found ${verdict}` }
      }
      return { about: [row] }
    },
  })
}
