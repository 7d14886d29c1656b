import { Refusal } from '@lianban/kernel'
import { z } from 'zod'
import { type ExampleReport, playExamples } from './example-report.ts'
import type { Law } from './load-law.ts'
import { quantityOf } from './quantity.ts'
import { Item, valued } from './valuation.ts'

const Example = Item.extend({ counts: z.string(), value: quantityOf('money') })

/** Plays the worked examples of valuation: which price counts, and what the goods come to. */
export function runValuationExamples({ valuation }: Law, source: { file: string; text: string }): ExampleReport {
  return playExamples(source, Example, {
    rows: valuation,
    play({ counts, value, ...item }) {
      try {
        const found = valued(valuation, item)
        if (found.method?.id !== counts) return { flaw: `expected ${counts}, found ${found.method?.id ?? 'no method'}` }
        return found.fen === value ? { about: [counts] } : { flaw: `expected ${value} fen, found ${found.fen}` }
      } catch (error) {
        if (error instanceof Refusal) return { flaw: error.message }
        throw error
      }
    },
  })
}
