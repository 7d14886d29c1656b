import { unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { gapCodes } from './charge-rule.ts'
import { evidenceKinds } from './evidence-rule.ts'
import { type ExampleReport, playExamples } from './example-report.ts'
import type { Law } from './load-law.ts'
import { type Bound, countings, gapsOf, isAsked, relations } from './proof.ts'

const Item = z.strictObject({
  relation: z.enum(relations),
  kind: z.enum(evidenceKinds),
  source: z.string(),
  root: z.string().optional(),
  counts: z.enum(countings).default('yes'),
  isExplained: z.boolean().default(false),
})
const Example = z.union([
  z.strictObject({ items: z.array(Item), gaps: z.array(z.enum(gapCodes)) }),
  z.strictObject({ charge: z.string(), proved: z.array(z.string()), open: z.array(z.string()) }),
])

/** Plays the worked examples of proof: each gap has evidence that leaves it, and each charge the facts that it asks for. */
export function runChargeExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const { charges } = law
  const at = { file: source.file, line: 1 }
  return playExamples(source, Example, {
    rows: [...gapCodes, ...charges.charges.map(({ id }) => id)].map((id) => ({ id, ...at })),
    play(example) {
      if ('items' in example) {
        const items = example.items.map((item, i): Bound => ({ ...item, id: String(i), root: item.root ?? String(i) }))
        const found = gapsOf(charges, items).map(({ code }) => code)
        return found.join() === example.gaps.join()
          ? { about: found }
          : { flaw: `expected ${example.gaps.join() || 'no gap'}, found ${found.join() || 'no gap'}` }
      }
      const ids = charges.charges.map(({ id }) => id)
      const charge = charges.charges.find(({ id }) => id === example.charge)
      if (!charge) return { flaw: unknownName('charge', example.charge, ids) }
      const stray = [...example.proved, ...example.open].find((id) => !charge.facts.includes(id))
      if (stray) return { flaw: unknownName('fact', stray, charge.facts) }
      const open = charge.facts.filter(
        (id) => !example.proved.includes(id) && isAsked(charges.facts.find((fact) => fact.id === id)!, []),
      )
      return open.join() === example.open.join()
        ? { about: [charge.id] }
        : { flaw: `${charge.id} leaves open ${open.join()}, not ${example.open.join()}` }
    },
  })
}
