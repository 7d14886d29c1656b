import { expect, test } from 'vitest'
import { provinces, tileState } from './provinces.ts'

test('[WE502] every province has a square of its own', () => {
  const places = Object.values(provinces).map(([column, row]) => `${column} ${row}`)
  expect(places).toHaveLength(31)
  expect(new Set(places).size).toBe(31)
})

test('[WE502] a province shows the worst that stands there', () => {
  const none = { open: 0, overdue: 0, refused: 0 }
  expect(tileState(undefined)).toBe('none')
  expect(tileState(none)).toBe('done')
  expect(tileState({ ...none, open: 1 })).toBe('open')
  expect(tileState({ ...none, open: 1, refused: 1 })).toBe('refused')
  expect(tileState({ open: 1, overdue: 1, refused: 1 })).toBe('overdue')
})
