import type { Sentence } from '@lianban/kernel'
import { vocabulary } from '../vocabulary.ts'

/** How a record stands, as far as rules read it and words exist: its stage, its label. */
export const valuesInWords = (kind: string, row: object): { words: Sentence; value: Sentence }[] =>
  Object.entries(vocabulary.subjects[kind]?.fields ?? {}).flatMap(([name, { words, valueWords }]) => {
    const value = valueWords?.[String((row as Record<string, unknown>)[name])]
    return words && value ? [{ words, value }] : []
  })
