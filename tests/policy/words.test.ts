import { vocabulary } from '@lianban/hub'
import { expect, test } from 'vitest'

type Told = { readonly words?: unknown; readonly values?: readonly string[]; readonly valueWords?: object }

/** Attributes by name that lack words, or have a value that lacks words. */
const wordless = (of: string, fields: Readonly<Record<string, Told>>): string[] =>
  Object.entries(fields).flatMap(([name, { words, values = [], valueWords = {} }]) => [
    ...(words ? [] : [`${of}.${name}`]),
    ...values.filter((value) => !Object.hasOwn(valueWords, value)).map((value) => `${of}.${name}: ${value}`),
  ])

test('[PE50] whatever a rule may speak of has words, so that it can be explained', () => {
  const missing = Object.entries(vocabulary.subjects).flatMap(([name, subject]) => [
    ...(subject.words ? [] : [name]),
    ...subject.actions.filter((action) => !Object.hasOwn(subject.actionWords ?? {}, action)).map((a) => `${name} ${a}`),
    ...wordless(name, subject.fields),
    ...wordless(name, subject.relations),
    ...Object.entries(subject.relations).flatMap(([relation, { fields }]) => wordless(`${name}.${relation}`, fields)),
  ])
  expect(missing, 'add the words to the words.ts of the vertical').toEqual([])
  expect(vocabulary.roles.filter((role) => !Object.hasOwn(vocabulary.roleWords ?? {}, role))).toEqual([])
})
