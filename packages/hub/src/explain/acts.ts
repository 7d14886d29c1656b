import type { Sentence } from '@lianban/kernel'
import { actsByName } from '../acts-by-name.ts'
import { type Move, openDeeds } from '../handoffs/index.ts'
import { vocabulary } from '../vocabulary.ts'

/** Whoever looks ahead states no purpose, and what takes one is not open to them yet. */
export const unstated = { purpose: '-' }

export type Act = { readonly action: string; readonly words: Sentence }

/** What could be done with a record as it stands, if a rule allows it; steps that its state has left behind are none. */
export function actsOn(kind: string, row: object): Act[] {
  const { actions = [], actionWords = {} } = vocabulary.subjects[kind] ?? {}
  return actions
    .filter((action) => !actsByName[kind]?.includes(action) && !isOver(kind, row, action))
    .map((action) => ({ action, words: actionWords[action]! }))
}

function isOver(kind: string, row: object, action: string): boolean {
  if (kind !== 'Handoff' || !('state' in row) || !isStep(action)) return false
  return !openDeeds[row.state as keyof typeof openDeeds].includes(action)
}

const isStep = (action: string): action is Move =>
  Object.values(openDeeds).some((open) => open.some((deed) => deed === action))
