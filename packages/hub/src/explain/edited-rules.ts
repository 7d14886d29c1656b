import { type Rule, RuleFileError, type RuleId, readRules } from '@lianban/policy'
import { vocabulary } from '../vocabulary.ts'

export type Edit = { readonly ruleId?: RuleId | undefined; readonly text: string }
type LineProblem = { readonly line: number; readonly what: string }

type Edited =
  | { readonly rules: readonly Rule[]; readonly touched: readonly Rule[] }
  | { readonly problems: readonly LineProblem[] }

/** The rules with one of them replaced by a text, left out where the text is empty, or with a new one at the end. */
export function editedRules(rules: readonly Rule[], { ruleId, text }: Edit): Edited {
  const place = rules.findIndex(({ id }) => id === ruleId)
  const kept = rules.filter(({ id }) => id !== ruleId)
  const read = readText(text)
  if ('problems' in read) return read
  const twin = read.written.find(({ id }) => kept.some((rule) => rule.id === id))
  if (twin) return { problems: [{ line: twin.line, what: `${twin.id} is already the id of another rule` }] }
  const changed = place < 0 ? [...rules, ...read.written] : rules.toSpliced(place, 1, ...read.written)
  return { rules: changed, touched: [...read.written, ...rules.filter(({ id }) => id === ruleId)] }
}

function readText(text: string): { written: readonly Rule[] } | { problems: LineProblem[] } {
  if (text.trim() === '') return { written: [] }
  try {
    return { written: readRules([{ file: 'edited', text }], vocabulary) }
  } catch (error) {
    if (error instanceof RuleFileError) return { problems: error.problems.map(({ line, what }) => ({ line, what })) }
    throw error
  }
}
