import { allHold, type LinedYaml } from '@lianban/policy'
import { handlingCodes, labels, levels } from '../classification.ts'
import { readSpokenRules, type SpokenRule } from './spoken-rules.ts'

/** What an officer is warned of who is about to share a record. */
export type Warning = SpokenRule

/** A share that is about to be made, as the warnings see it. */
export type Foreseen = {
  readonly label: string
  readonly handlingCode: string
  readonly isRestricted: boolean
  readonly level: string
  readonly allowsOnward: boolean
}

const attributes = {
  fields: {
    label: { type: 'text', values: labels },
    handlingCode: { type: 'text', values: handlingCodes },
    isRestricted: { type: 'flag' },
    level: { type: 'text', values: levels },
    allowsOnward: { type: 'flag' },
  },
  asked: new Set<string>(),
} as const

/** Reads the file of warnings; `[]` is none. What is wrong is noted in the file, by line. */
export function readWarnings(yaml: LinedYaml): readonly Warning[] | undefined {
  if (yaml.root && JSON.stringify(yaml.plain(yaml.root)) === '[]') return []
  return readSpokenRules(yaml, { one: 'warning', several: 'the warnings', attributes })
}

/** Those that speak of this share, in the order of the file. */
export const warningsOf = (warnings: readonly Warning[], share: Foreseen): Warning[] =>
  warnings.filter(({ when }) => allHold(when, share, (value) => value))
