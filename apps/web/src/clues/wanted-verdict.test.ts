import { expect, test } from 'vitest'
import { wantedVerdict } from './wanted-verdict.ts'

test('[WE220] the list is narrowed to a verdict that there is, and to nothing else', () => {
  expect(['confirmed', 'none', 'any', 'toString', undefined].map(wantedVerdict)).toEqual([
    'confirmed',
    'none',
    undefined,
    undefined,
    undefined,
  ])
})
