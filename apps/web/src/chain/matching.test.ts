import { expect, test } from 'vitest'
import { matching } from './matching.ts'

const items = Array.from({ length: 60 }, (_, i) => ({
  id: `i${i + 1}`,
  number: i + 1,
  name: i === 6 ? '张某手机' : `物证 ${i}`,
}))

test('[WE560] an item is found by its whole number or part of its name, and no more than fit a list are offered', () => {
  const ids = (typed: string, chosen?: string) => matching(items, typed, chosen).map(({ id }) => id)
  expect(ids('证7')).toEqual(['i7'])
  expect(ids(' 张某 ')).toEqual(['i7'])
  expect(ids('E12')).toEqual(['i12', 'i13'].slice(0, 1))
  expect(ids('')).toHaveLength(50)
  expect(ids('没有')).toEqual([])
})

test('[WE560] the item that was chosen on the page is offered first whatever is typed', () => {
  expect(matching(items, '', 'i60')[0]!.id).toBe('i60')
  expect(matching(items, '张某', 'i60').map(({ id }) => id)).toEqual(['i60', 'i7'])
})
