import { z } from 'zod'
import { closingOf } from './closing.ts'
import { type ExampleReport, playExamples } from './example-report.ts'
import type { Law } from './load-law.ts'
import { powerHolders } from './powers.ts'
import { trackNames } from './tracks.ts'

const Example = z.strictObject({
  by: z.enum(powerHolders),
  standing: z.partialRecord(z.enum(trackNames), z.string()),
  grounds: z.array(z.string()),
  owed: z.array(z.enum(trackNames)).default([]),
})

/** Plays the worked examples of closing: each ground is open somewhere, and each track bars it somewhere. */
export function runClosingExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const { closing } = law
  const at = { file: source.file, line: 1 }
  const owing = Object.keys(closing.owed).map((track) => `${track} that owes a step`)
  return playExamples(source, Example, {
    rows: [...closing.grounds.map(({ id }) => id), ...owing].map((id) => ({ id, ...at })),
    play({ by, standing, grounds, owed }) {
      const found = closingOf(law, by, standing)
      const ids = found.grounds.map(({ id }) => id)
      if (ids.join() !== grounds.join())
        return { flaw: `expected ${grounds.join() || 'no ground'}, found ${ids.join() || 'no ground'}` }
      if (found.owed.join() !== owed.join())
        return { flaw: `expected ${owed.join() || 'nothing'} to owe a step, found ${found.owed.join() || 'nothing'}` }
      return { about: [...ids, ...found.owed.map((track) => `${track} that owes a step`)] }
    },
  })
}
