import { expect, test } from 'vitest'
import { cutAt } from './exact-moment.ts'

const sittings = [
  { upTo: 10, to: '2026-03-01T08:00:00Z' },
  { upTo: 30, to: '2026-03-02T08:00:00Z' },
]
const at = '2026-03-01T20:00:00Z'

test('[WE451] a typed time shows the section as it was then, also in the middle of a step', () => {
  expect(cutAt(sittings, { seq: 20, at })).toEqual({ sittings: [sittings[0], { upTo: 20, to: at }], step: 1 })
  expect(cutAt(sittings, { seq: 7, at })).toEqual({ sittings: [{ upTo: 7, to: at }, sittings[1]], step: 0 })
})

test('[WE451] at the end of a step and after the last it is that step', () => {
  expect(cutAt(sittings, { seq: 10, at })).toEqual({ sittings, step: 0 })
  expect(cutAt(sittings, { seq: 99, at })).toEqual({ sittings, step: 1 })
})
