import { expect, test } from 'vitest'
import { shareOf } from './share-of.ts'

test('[WE484] a bar of the funnel is never longer than what was sent, and one of many is still seen', () => {
  expect([shareOf(0, 10), shareOf(1, 1000), shareOf(5, 10), shareOf(11, 10), shareOf(3, 0)]).toEqual([0, 1, 50, 100, 0])
})
