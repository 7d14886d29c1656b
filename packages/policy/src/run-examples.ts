import { makeDrivenClock, Refusal } from '@lianban/kernel'
import type { Problem } from '@lianban/lined-yaml'
import { type Example, readExamples } from './example-file.ts'
import { createPolicy, type Policy } from './policy.ts'
import type { Rule } from './rule.ts'
import type { Vocabulary } from './vocabulary.ts'

export type ExampleReport = {
  readonly passed: number
  readonly problems: readonly Problem[]
  /** Ids of rules that at least one example shows to allow an act; the others are untried. */
  readonly exercised: ReadonlySet<string>
}

/** Plays the worked examples of one file against the rules, at the instant the file names. */
export function runExamples(given: { rules: readonly Rule[]; vocabulary: Vocabulary }, file: string): ExampleReport {
  const { now, examples, problems: misread } = readExamples(file, given.vocabulary)
  const policy = createPolicy({ ...given, clock: makeDrivenClock(now) })
  const problems = [...misread]
  const exercised = new Set<string>()
  let passed = 0
  for (const example of examples) {
    const found = outcomeOf(policy, example)
    if (found.startsWith('allow ')) exercised.add(found.split(' ')[1]!)
    const expected = wordsFor(example.expected, example.withheld)
    if (found === expected) passed++
    else problems.push({ file, line: example.line, what: `expected ${expected}, found ${found}` })
  }
  return { passed, problems, exercised }
}

/** An example to read says what is withheld, or that nothing is. */
const wordsFor = (outcome: string, withheld: readonly string[]): string =>
  withheld.length > 0 ? `${outcome} without ${withheld.join(', ')}` : outcome

function outcomeOf(policy: Policy, { officer, action, subject, row, purpose }: Example): string {
  try {
    const { rule } = policy.decide(officer, action, subject, row, { purpose })
    const withheld = action === 'read' ? policy.withheldFields(officer, subject, row, { purpose }) : []
    return wordsFor(`allow ${rule}`, withheld)
  } catch (error) {
    if (error instanceof Refusal) return error.kind === 'not-found' ? 'unseen' : 'deny'
    return `fault: ${(error as Error).message}`
  }
}
