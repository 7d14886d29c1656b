import { expect, test } from 'vitest'
import { emptyAsk, isReady, isWrongNumber } from './ask-draft.ts'
import { boxesFor } from './boxes.ts'

const whole = { kind: 'phone' as const, value: '+86 138-0013-8000', purpose: '跨省协查', reason: '核查' }

test('[WE240] one whole number with a purpose and a reason can be asked about, and nothing less', () => {
  expect(isReady(whole)).toBe(true)
  for (const less of [{ value: '138*' }, { value: '13800138000 13900139000' }, { purpose: '' }, { reason: ' ' }])
    expect(isReady({ ...whole, ...less })).toBe(false)
  expect(isReady(emptyAsk())).toBe(false)
})

test('[WE240] a number of the wrong form is marked, an empty one is not', () => {
  expect(isWrongNumber({ ...whole, value: '1380013' })).toBe(true)
  expect([isWrongNumber(whole), isWrongNumber(emptyAsk())]).toEqual([false, false])
})

test('[WE241] each post is offered the lists of queries that are its to see', () => {
  expect(boxesFor(['intake'])).toEqual(['mine'])
  expect(boxesFor(['handler'])).toEqual(['mine', 'about-us'])
  expect(boxesFor(['leader'])).toEqual(['mine', 'agency', 'about-us'])
  expect(boxesFor(['auditor'])).toEqual(['agency', 'about-us'])
})
