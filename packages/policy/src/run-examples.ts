import { makeDrivenClock, Refusal } from '@lianban/kernel'
import { type Example, readExamples } from './example-file.ts'
import type { Problem } from './lined-yaml.ts'
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
    if (found.startsWith('allow ')) exercised.add(found.slice('allow '.length))
    if (found === example.expected) passed++
    else problems.push({ file, line: example.line, what: `expected ${example.expected}, found ${found}` })
  }
  return { passed, problems, exercised }
}

function outcomeOf(policy: Policy, { officer, action, subject, row }: Example): string {
  try {
    return `allow ${policy.decide(officer, action, subject, row).rule}`
  } catch (error) {
    if (error instanceof Refusal) return error.kind === 'not-found' ? 'unseen' : 'deny'
    return `fault: ${(error as Error).message}`
  }
}
