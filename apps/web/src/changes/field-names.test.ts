import { expect, test } from 'vitest'
import { fieldNames } from './field-names.ts'

test('[WE223] fields are named in words, and an unknown one is shown as it came', () => {
  expect(fieldNames(['place', 'summary', 'weather'])).toBe('地点、案情摘要、weather')
})
