import type { Sentence } from '@lianban/kernel'
import { type Custody, deedsByCustody, handoffDeeds, type Law } from '@lianban/law'
import { actsByName } from '../acts-by-name.ts'
import { vocabulary } from '../vocabulary.ts'

/** Whoever looks ahead states no purpose, and what takes one is not open to them yet. */
export const unstated = { purpose: '-' }

export type Act = { readonly action: string; readonly words: Sentence }

/** What could be done with a record as it stands, if a rule allows it; steps that its state has left behind are none. */
export function actsOn(law: Law, kind: string, row: object): Act[] {
  const { actions = [], actionWords = {} } = vocabulary.subjects[kind] ?? {}
  return actions
    .filter((action) => !actsByName[kind]?.includes(action) && !isOver(law, kind, row, action))
    .map((action) => ({ action, words: actionWords[action]! }))
}

function isOver(law: Law, kind: string, row: object, action: string): boolean {
  if (kind !== 'Handoff' || !('state' in row) || !('kind' in row)) return false
  const isOne = (deed: string): boolean => deed === action
  const open = deedsByCustody(law, String(row.kind))[row.state as Custody]
  return handoffDeeds.some(isOne) && !open.some(isOne)
}
