import type { Sentence } from '@lianban/kernel'
import type { RelationDefinition, SubjectDefinition } from '@lianban/policy'

/** How one attribute is said to an officer; see the policy's vocabulary for what each part is for. */
export type AttributeWords = Pick<RelationDefinition, 'words' | 'lacking' | 'gap'> & {
  readonly valueWords?: Readonly<Record<string, Sentence>>
}
export type RelationWords = AttributeWords & {
  readonly isOne?: boolean
  readonly fields: Readonly<Record<string, AttributeWords>>
}
export type SubjectWords = {
  readonly words: Sentence
  readonly actions: Readonly<Record<string, Sentence>>
  readonly fields: Readonly<Record<string, AttributeWords>>
  readonly relations?: Readonly<Record<string, RelationWords>>
}

/** A subject's definition with its words: the columns stand in one file, what officers read in another. */
export const told = (definition: SubjectDefinition, words: SubjectWords): SubjectDefinition => ({
  ...definition,
  words: words.words,
  actionWords: words.actions,
  fields: withWords(definition.fields, words.fields),
  relations: Object.fromEntries(
    Object.entries(definition.relations).map(([name, relation]) => {
      const { fields = {}, ...said } = words.relations?.[name] ?? {}
      return [name, { ...relation, ...said, fields: withWords(relation.fields, fields) }]
    }),
  ),
})

const withWords = <Definition extends object>(
  definitions: Readonly<Record<string, Definition>>,
  words: Readonly<Record<string, AttributeWords>>,
): Record<string, Definition> =>
  Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, { ...definition, ...words[name] }]))
