import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { goodsKinds, goodsUnits } from './names.ts'
import { parseQuantity } from './quantity.ts'

test('[LA76] the names that a page may offer are read from no file and no package', () => {
  expect(readFileSync(new URL('names.ts', import.meta.url), 'utf8')).not.toMatch(/\bimport\b|\brequire\b/)
})

test('[LA76] every unit of goods can be counted in, and every kind of goods has a source of prices', () => {
  for (const unit of goodsUnits) expect(() => parseQuantity(`1${unit}`)).not.toThrow()
  const priced = ourLaw.valuation.flatMap(({ goods }) => goods)
  expect(goodsKinds.filter((kind) => !priced.includes(kind))).toEqual([])
})
