import { formOf, isWellFormed } from '@lianban/kernel'
import type { Identifier } from './clue.ts'
import { identifierMalformed } from './refusals.ts'

/** Identifiers in the one form they are kept in; the first that cannot be right is refused by its position. */
export function wellFormed(identifiers: readonly Identifier[]): Identifier[] {
  const kept = identifiers.map(({ kind, value }) => ({ kind, value: formOf(kind, value) }))
  const malformed = kept.findIndex(({ kind, value }) => !isWellFormed[kind](value))
  if (malformed >= 0) throw identifierMalformed(malformed, kept[malformed]!.kind)
  return kept
}
