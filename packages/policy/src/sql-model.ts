import type { Field, Model } from '@lianban/casl-drizzle'
import type { FieldDefinition, SubjectDefinition } from './vocabulary.ts'

/** The words of the vocabulary as columns for the filter. */
export const modelOf = ({ fields, relations }: SubjectDefinition): Model => ({
  fields: columnsOf(fields),
  relations: Object.fromEntries(
    Object.entries(relations).map(([name, relation]) => [name, { ...relation, fields: columnsOf(relation.fields) }]),
  ),
})

const columnsOf = (fields: Readonly<Record<string, FieldDefinition>>): Readonly<Record<string, Field>> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { type, column, drives = false }]) => [
      name,
      { column, isList: type === 'texts', drives },
    ]),
  )
