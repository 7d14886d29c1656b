import type { Rule, When } from './rule.ts'
import {
  type FieldDefinition,
  type FieldType,
  own,
  type RelationDefinition,
  type SubjectDefinition,
} from './vocabulary.ts'

/**
 * Throws a fault unless the row holds every attribute the rules mention, each of its declared type or null.
 * CASL would quietly compare what is absent or of another type, and sometimes answer yes.
 */
export function assertWhole(
  row: unknown,
  definition: SubjectDefinition,
  rules: readonly Rule[],
): asserts row is Record<PropertyKey, unknown> {
  if (!isPlain(row)) throw new Error('a policy is asked about a row, never about a name')
  for (const rule of rules) {
    const flaw = flawOf(row, rule.when, definition.fields, definition.relations)
    if (flaw) throw new Error(`${rule.id} cannot be decided: the ${rule.subject} row ${flaw}`)
  }
}

function flawOf(
  row: Record<PropertyKey, unknown>,
  when: When,
  fields: Readonly<Record<string, FieldDefinition>>,
  relations: Readonly<Record<string, RelationDefinition>> = {},
): string | undefined {
  for (const [name, test] of Object.entries(when)) {
    if (!Object.hasOwn(row, name) || row[name] === undefined) return `lacks ${name}`
    const value = row[name]
    const relation = own(relations, name)
    if (relation && 'some' in test) {
      if (!Array.isArray(value) || !value.every(isPlain)) return `has no list of rows in ${name}`
      for (const related of value) {
        const flaw = flawOf(related, test.some, relation.fields)
        if (flaw) return `${flaw} in ${name}`
      }
      continue
    }
    const field = own(fields, name)
    if (!field || (value !== null && !isOfType[field.type](value))) return `holds no ${field?.type} in ${name}`
  }
  return undefined
}

const isText = (value: unknown): boolean => typeof value === 'string'

export const isOfType: Record<FieldType, (value: unknown) => boolean> = {
  text: isText,
  id: isText,
  flag: (value) => typeof value === 'boolean',
  number: (value) => Number.isFinite(value),
  time: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  texts: (value) => Array.isArray(value) && value.every((item) => item === null || isText(item)),
}

const isPlain = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
