import { expect, test } from 'vitest'
import { z } from 'zod'
import { submitted } from './submitted.ts'

test('[DE40] the same deed with the same words is the same submission', () => {
  const first = submitted('clue', { title: '线索', place: '顺义' })
  expect(submitted('clue', { place: '顺义', title: '线索' }).submissionId).toBe(first.submissionId)
  expect(z.uuid().safeParse(first.submissionId).success).toBe(true)
})

test('[DE41] another deed or other words are another submission', () => {
  const keys = [
    submitted('clue', { title: '线索' }),
    submitted('case', { title: '线索' }),
    submitted('clue', { title: '另一条线索' }),
  ].map((input) => input.submissionId)
  expect(new Set(keys).size).toBe(3)
})
