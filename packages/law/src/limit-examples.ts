import { unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { type ExampleReport, playExamples } from './example-report.ts'
import { checkedLimits } from './limits.ts'
import type { Law } from './load-law.ts'
import { AnyQuantity, type Quantity } from './quantity.ts'
import { GoodsKind } from './valuation.ts'

const Example = z.strictObject({
  limit: z.string(),
  goods: GoodsKind.optional(),
  within: AnyQuantity,
  beyond: AnyQuantity,
  twice: AnyQuantity.optional(),
})

/** Plays the worked examples of the limits: within, beyond, and by as much again. */
export function runLimitExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const ids = law.limits.rows.map(({ id }) => id)
  return playExamples(source, Example, {
    rows: law.limits.rows,
    play({ limit, goods, within, beyond, twice }) {
      const row = law.limits.rows.find(({ id }) => id === limit)
      if (!row) return { flaw: unknownName('limit', limit, ids) }
      if (row.atMost && !twice) return { flaw: `${limit} needs an example of twice the limit` }
      const sides: (readonly [Quantity, string])[] = [
        [within, 'within'],
        [beyond, 'beyond'],
      ]
      if (twice) sides.push([twice, 'twice'], [{ ...twice, amount: twice.amount - 1 }, 'beyond'])
      for (const [quantity, expected] of sides) {
        const found = checkedLimits(law, {
          activity: row.activity,
          goods: goods ? [{ kind: goods, quantity }] : [],
          fen: quantity.dimension === 'money' ? quantity.amount : undefined,
          penalties: quantity.dimension === 'times' ? quantity.amount : undefined,
        }).find(({ id }) => id === limit)
        if (found?.verdict !== expected)
          return { flaw: `${limit} expected ${expected} at ${quantity.amount}, found ${found?.verdict ?? 'nothing'}` }
      }
      return { about: [limit] }
    },
  })
}
