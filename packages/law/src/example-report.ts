import { LinedYaml, type Problem } from '@lianban/lined-yaml'
import type { z } from 'zod'

export type ExampleReport = { readonly passed: number; readonly problems: readonly Problem[] }

/** Something that has to have an example. */
type Exercised = { readonly id: string; readonly file: string; readonly line: number }

/**
 * Plays each example of a file and tells by file and line what does not hold, and which row no example is about.
 * Playing answers with the rows that the example is about, or with what is wrong.
 */
export function playExamples<Example>(
  source: { readonly file: string; readonly text: string },
  schema: z.ZodType<Example>,
  given: {
    readonly rows: readonly Exercised[]
    play(example: Example): { readonly about: readonly string[] } | { readonly flaw: string }
  },
): ExampleReport {
  const yaml = new LinedYaml(source.file, source.text)
  const nodes = yaml.problems.length === 0 ? (yaml.list(yaml.root, 'an example file') ?? []) : []
  const tried = new Set<string>()
  let passed = 0
  for (const node of nodes) {
    const example = yaml.checked(node, 'an example', schema)
    if (example === undefined) continue
    const played = given.play(example)
    if ('flaw' in played) yaml.refuse(node, played.flaw)
    else {
      passed++
      for (const id of played.about) tried.add(id)
    }
  }
  const untried = given.rows
    .filter(({ id }) => !tried.has(id))
    .map(({ id, file, line }) => ({ file, line, what: `${id} has no example that holds` }))
  return { passed, problems: [...yaml.problems, ...untried] }
}
