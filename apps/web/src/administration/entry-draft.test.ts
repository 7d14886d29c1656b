import { expect, test } from 'vitest'
import { emptyPerson, entryOf, isComplete } from './entry-draft.ts'

const person = { subject: ' wang ', postZh: '承办员', postEn: 'handler ', roles: ['handler'] }

test('[WE282] an officer is complete with subject, both posts and a role', () => {
  expect(isComplete(person)).toBe(true)
  expect(isComplete(emptyPerson())).toBe(false)
  for (const lacking of [{ subject: ' ' }, { postZh: '' }, { postEn: '' }, { roles: [] }])
    expect(isComplete({ ...person, ...lacking })).toBe(false)
})

test('[WE282] a list is sent without the spaces around its texts', () => {
  expect(entryOf({ agencySlug: 'bj', reason: ' 新到岗 ', people: [person] })).toEqual({
    agencySlug: 'bj',
    reason: '新到岗',
    officers: [{ subject: 'wang', postZh: '承办员', postEn: 'handler', roles: ['handler'] }],
  })
})
