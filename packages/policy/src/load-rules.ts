import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LinedYaml, type Problem, printed } from '@lianban/lined-yaml'
import { readRule } from './read-rule.ts'
import type { Rule, RuleId } from './rule.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The rule files cannot be used; every problem is named with its file and line. */
export class RuleFileError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(printed).join('\n'))
    this.name = 'RuleFileError'
    this.problems = problems
  }
}

/** Reads every rule file of a folder, in the order of their names, or refuses them all. */
export const loadRules = (dir: string, vocabulary: Vocabulary): Rule[] =>
  readRules(
    readRuleTexts(dir).map(({ name, text }) => ({ file: join(dir, name), text })),
    vocabulary,
  )

/** The texts of a folder's rule files by their names, not looked into yet. */
export function readRuleTexts(dir: string): { name: string; text: string }[] {
  const names = readdirSync(dir).toSorted()
  const misnamed = names.filter((name) => name.endsWith('.yml'))
  const files = names.filter((name) => name.endsWith('.yaml') && !name.endsWith('.examples.yaml'))
  const problems = misnamed.map((name) => ({ file: join(dir, name), line: 1, what: 'a rule file ends in .yaml' }))
  if (files.length === 0) problems.push({ file: dir, line: 1, what: 'holds no rule file' })
  if (problems.length > 0) throw new RuleFileError(problems)
  return files.map((name) => ({ name, text: readFileSync(join(dir, name), 'utf8') }))
}

/** The same for texts already in memory. */
export function readRules(sources: readonly { file: string; text: string }[], vocabulary: Vocabulary): Rule[] {
  const problems: Problem[] = []
  const rules = new Map<RuleId, Rule>()
  for (const { file, text } of sources) {
    const yaml = new LinedYaml(file, text)
    const nodes = yaml.problems.length === 0 ? yaml.list(yaml.root, 'a rule file') : undefined
    for (const node of nodes ?? []) {
      const rule = readRule(yaml, node, vocabulary)
      const twin = rule && rules.get(rule.id)
      if (twin) yaml.refuse(node, `${twin.id} is already the id of the rule at ${twin.file}:${twin.line}`)
      else if (rule) rules.set(rule.id, rule)
    }
    problems.push(...yaml.problems)
  }
  if (problems.length > 0) throw new RuleFileError(problems)
  return [...rules.values()]
}
