import { z } from 'zod'
import { type ExampleReport, playExamples } from './example-report.ts'
import type { Law } from './load-law.ts'
import { countings } from './proof.ts'
import { countedAs, isMarkable, reviewedAs } from './review.ts'
import { evidenceProperties, reviewOutcomes } from './review-rule.ts'

const Example = z.union([
  z.strictObject({
    property: z.enum(evidenceProperties),
    outcome: z.enum(reviewOutcomes),
    reason: z.string().optional(),
    may: z.boolean(),
  }),
  z.strictObject({
    marks: z.partialRecord(z.enum(evidenceProperties), z.enum(reviewOutcomes)),
    comes: z.enum([...reviewOutcomes, 'open']),
    counts: z.partialRecord(z.enum(countings), z.enum(countings)).default({}),
  }),
])

/** Plays the worked examples of the review: every reason with each outcome, and what marks make of an item. */
export function runReviewExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const at = { file: source.file, line: 1 }
  const { reasons } = law.review
  const doubts = reviewOutcomes.filter((each) => each !== 'accepted')
  const asked = [...reasons.flatMap(({ id }) => doubts.map((outcome) => `${id} ${outcome}`)), ...reviewOutcomes, 'open']
  return playExamples(source, Example, {
    rows: asked.map((id) => ({ id, ...at })),
    play(example) {
      if ('may' in example) {
        const { property, outcome, reason = null } = example
        const may = isMarkable(law.review, { property, outcome, reason })
        return may === example.may
          ? { about: [`${reason} ${outcome}`] }
          : { flaw: `expected ${example.may}, found ${may}` }
      }
      const outcome = reviewedAs(example.marks)
      if ((outcome ?? 'open') !== example.comes)
        return { flaw: `expected ${example.comes}, found ${outcome ?? 'open'}` }
      for (const [found, counts] of Object.entries(example.counts)) {
        const as = countedAs(found as keyof typeof example.counts, outcome)
        if (as !== counts) return { flaw: `expected ${found} to count as ${counts}, found ${as}` }
      }
      return { about: [example.comes] }
    },
  })
}
