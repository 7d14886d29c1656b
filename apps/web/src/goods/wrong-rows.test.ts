import { expect, test } from 'vitest'
import { wrongRows } from './wrong-rows.ts'

test('[WE499] rows with something wrong are told by their place in the list, and the others are not shown', () => {
  const words = { zh: '错', en: 'wrong' }
  const good = { line: {}, problems: [], worth: null }
  const bad = { line: null, problems: [{ column: 'quantity', words }], worth: null }
  const rows = [good, bad, good, bad] as unknown as Parameters<typeof wrongRows>[0]
  expect(wrongRows(rows).map(({ n }) => n)).toEqual([2, 4])
  expect(wrongRows([])).toEqual([])
})
