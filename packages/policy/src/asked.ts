import type { Officer } from './officer.ts'
import type { Value, When } from './rule.ts'
import type { AttributeDefinition, FieldType, Vocabulary } from './vocabulary.ts'

/** What an officer states with the question: so far the purpose, where the act asks for one. */
export type Asked = { readonly purpose?: string | undefined }

/** Everything that a question brings along besides the row. */
export type Question = { readonly officer: Officer; readonly now: Date; readonly purpose: string | undefined }

/** Where rules are tried out and nobody states a purpose. */
export const somePurpose = '-'

/** What a rule may take from the question, and the type that it has. */
export const askedValues: Readonly<Record<string, FieldType>> = {
  '$officer.id': 'id',
  '$officer.agencyId': 'id',
  '$officer.agencyKind': 'text',
  '$officer.region': 'text',
  $now: 'time',
  $purpose: 'text',
}

/** What a rule may ask about the officer. */
export function officerFields({ agencyKinds, askedWords = {} }: Vocabulary): Record<string, AttributeDefinition> {
  const called = (name: string) => ({ words: askedWords[`$officer.${name}`] ?? { zh: name, en: name } })
  const kinds = agencyKinds && { values: Object.keys(agencyKinds), valueWords: agencyKinds }
  return {
    id: { type: 'id', ...called('id') },
    agencyId: { type: 'id', ...called('agencyId') },
    agencyKind: { type: 'text', ...called('agencyKind'), ...kinds },
    region: { type: 'text', ...called('region') },
  }
}

/** Filled with nothing, a condition would match rows that lack the attribute; so nothing is a fault. */
export function filled(value: Value, { officer, now, purpose }: Question): Value {
  if (typeof value !== 'string' || !value.startsWith('$')) return value
  if (value === '$now') return now
  if (value !== '$purpose') return held(officer, value.slice('$officer.'.length))
  if (!purpose) throw new Error('no purpose was stated')
  return purpose
}

/** Whether the rule speaks of officers like this one, before any row is looked at. */
export const isAbout = (when: When, officer: Officer): boolean =>
  Object.values(when).every((test) => !('who' in test) || isLike(officer, test.who))

const isLike = (officer: Officer, who: When): boolean =>
  Object.entries(who).every(([attribute, test]) => {
    const value = held(officer, attribute)
    if ('is' in test) return value === test.is
    if ('oneOf' in test) return test.oneOf.includes(value)
    if ('not' in test) return !test.not.includes(value)
    throw new Error(`an officer cannot be asked ${Object.keys(test).join()} of ${attribute}`)
  })

function held(officer: Officer, attribute: string): string {
  const found: unknown = officer[attribute as keyof Officer]
  if (typeof found !== 'string' || found === '') throw new Error(`the officer has no ${attribute}`)
  return found
}
