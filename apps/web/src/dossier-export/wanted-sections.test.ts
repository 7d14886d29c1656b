import { expect, test } from 'vitest'
import { wantedSections } from './wanted-sections.ts'

test('[WE461] all sections are asked for as a whole, fewer by name and in the order of the dossier', () => {
  expect(wantedSections(['a', 'b'], ['b', 'a'])).toEqual({})
  expect(wantedSections(['a', 'b', 'c'], ['c', 'a'])).toEqual({ sectionIds: ['a', 'c'] })
})
