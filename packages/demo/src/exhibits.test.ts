import { expect, test } from 'vitest'
import { exhibits } from './exhibits.ts'
import { publishedCases } from './published-cases.ts'

test('[DE37] an item of the register has the count of a figure of its published case, and the day of the case', () => {
  const published = publishedCases.find(({ number }) => number === exhibits.caseNumber)
  expect(exhibits.recordedBy.split('.')[0]).toBe(published?.ownerSlug)
  expect(exhibits.day).toBe(published?.openedOn)
  expect(exhibits.items.length).toBeGreaterThan(2)
  for (const { name, quantity } of exhibits.items)
    expect(published?.figures).toContainEqual(expect.objectContaining({ what: name, asWritten: quantity }))
})
