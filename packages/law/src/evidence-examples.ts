import { unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { lineOutcomes, outcomeOf } from './evidence.ts'
import { type ExampleReport, playExamples } from './example-report.ts'
import type { Law } from './load-law.ts'

const Facts = z.record(z.string(), z.union([z.boolean(), z.int(), z.string()]))
const Example = z.strictObject({
  line: z.string(),
  met: Facts,
  failed: Facts,
  /** What is known while the line still waits for an answer. */
  open: Facts.optional(),
  /** What keeps the line from being asked. */
  idle: Facts.optional(),
})

/** Plays the worked examples of the checklist: each line has an item that meets it and one that fails it. */
export function runEvidenceExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const { lines, facts } = law.evidence
  return playExamples(source, Example, {
    rows: [...lines, ...lines.filter(({ when }) => when).map((line) => ({ ...line, id: `${line.id} (idle)` }))],
    play({ line: id, ...given }) {
      const line = lines.find((each) => each.id === id)
      if (!line)
        return {
          flaw: unknownName(
            'line',
            id,
            lines.map((each) => each.id),
          ),
        }
      for (const outcome of lineOutcomes) {
        const known = given[outcome]
        if (!known) continue
        const stray = Object.keys(known).find((name) => !Object.hasOwn(facts, name))
        if (stray) return { flaw: unknownName('fact', stray, Object.keys(facts)) }
        const found = outcomeOf(line, known)
        if (found !== outcome) return { flaw: `${id} expected ${outcome}, found ${found}` }
      }
      return { about: given.idle ? [id, `${id} (idle)`] : [id] }
    },
  })
}
