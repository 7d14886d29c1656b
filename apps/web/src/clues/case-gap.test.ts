import { expect, test } from 'vitest'
import { caseGap } from './case-gap.ts'

test('[WE37] a clue whose case is closed to the reader is still said to be in a case', () => {
  expect(caseGap({ state: 'in_case' })).toBe('closed')
  expect(caseGap({ state: 'recorded' })).toBe('none')
})
