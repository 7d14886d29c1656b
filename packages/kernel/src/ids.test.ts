import { expect, test } from 'vitest'
import { AgencyId, CaseId, newId } from './ids.ts'

test('[KE50] a new id is a time-ordered UUID that its own kind accepts', () => {
  const id = newId<CaseId>()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(CaseId.parse(id)).toBe(id)
})

test('[KE51] ids made one after another sort in that order', () => {
  const ids = Array.from({ length: 1000 }, () => newId<CaseId>())
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(1000)
})

test.each(['', 'BJ-0521', '0190-', "' or 1=1", '019ab0de-0000-7000-8000-00000000000g'])(
  '[KE52] "%s" is no id',
  (text) => {
    expect(AgencyId.safeParse(text).success).toBe(false)
  },
)
