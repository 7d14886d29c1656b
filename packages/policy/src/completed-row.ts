import type { Row } from './holds.ts'
import type { FieldDefinition, SubjectDefinition } from './vocabulary.ts'

/** A row that was written before a rule asked for more: what it does not say is unknown, and unknown meets nothing. */
export function completed(row: object, { fields, relations }: SubjectDefinition): Row {
  const whole: Record<string, unknown> = { ...unknownIn(fields), ...row }
  for (const [name, relation] of Object.entries(relations)) {
    const related = (whole[name] ?? []) as readonly object[]
    whole[name] = related.map((one) => ({ ...unknownIn(relation.fields), ...one }))
  }
  return whole
}

const unknownIn = (fields: Readonly<Record<string, FieldDefinition>>): Row =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, null]))
