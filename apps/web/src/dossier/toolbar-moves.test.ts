import { expect, test } from 'vitest'
import { nextInToolbar } from './toolbar-moves.ts'

test.each([
  ['ArrowRight', 8, 0],
  ['ArrowLeft', 0, 8],
  ['Home', 4, 0],
  ['End', 4, 8],
  ['a', 4, undefined],
])('[WE117] in a toolbar of nine, %s on button %i moves to %s', (key, at, expected) => {
  expect(nextInToolbar(key, at, 9)).toBe(expected)
})
