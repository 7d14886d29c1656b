import { expect, test } from 'vitest'
import { cellOf, itemBeside, itemsIn } from './items-in.ts'
import { clockTime, sentSpot, spotOf } from './spot.ts'

const item = (number: number) => ({ id: `i${number}`, number, name: `证据${number}` })
const fact = (...numbers: number[]) => ({ bindings: numbers.map((number) => ({ item: item(number) })) })
const chain = { elements: [{ facts: [fact(3, 1)] }, { facts: [fact(), fact(1, 2)] }] } as never

test('[WE594] the matrix has each bound item once, by number, and a cell only where it is bound', () => {
  expect(itemsIn(chain).map(({ number }) => number)).toEqual([1, 2, 3])
  expect(cellOf(fact(3, 1) as never, 'i1')?.item).toEqual(item(1))
  expect(cellOf(fact(3, 1) as never, 'i2')).toBeUndefined()
})

test('[WE595] the arrows go to the item beside, and stay at either end', () => {
  const items = [item(1), item(2)]
  expect([itemBeside(items, 'i1', 1)?.id, itemBeside(items, 'i2', 1)?.id]).toEqual(['i2', 'i2'])
  expect([itemBeside(items, 'i1', -1)?.id, itemBeside(items, 'i9', 1)]).toEqual(['i1', undefined])
})

test('[WE596] a place in a file goes to the hub and comes back as it was, and a second is told as a player shows it', () => {
  expect(sentSpot(spotOf({ fileId: 'f', page: 3, second: null }))).toEqual({ fileId: 'f', page: 3 })
  expect(sentSpot(spotOf({ fileId: 'f', page: null, second: 0 }))).toEqual({ fileId: 'f', second: 0 })
  expect([clockTime(0), clockTime(65), clockTime(3_725)]).toEqual(['00:00', '01:05', '1:02:05'])
})
