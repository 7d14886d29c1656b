import { expect, test } from 'vitest'
import type { Me } from './api-types.ts'
import { atFoot, groups, placesFor } from './places.ts'

const withRoles = (...roles: string[]) => ({ officer: { roles } }) as unknown as Me

test('[WE300] places are offered to the posts whose work they are, in the order of their groups', () => {
  expect(placesFor(withRoles('system_admin')).map(({ href }) => href)).not.toContain('/cases')
  const ofHandler = placesFor(withRoles('handler'))
  expect(ofHandler.map(({ href }) => href)).toEqual(expect.arrayContaining(['/', '/clues', '/cases', '/agreements']))
  expect(placesFor(withRoles('procurator')).map(({ href }) => href)).toContain('/task-forces')
  expect(placesFor(withRoles('intake')).map(({ href }) => href)).not.toContain('/task-forces')
  const order = ofHandler.map(({ group }) => groups.indexOf(group))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('[WE301] a phone shows up to five places, and of more the first four beside a button for the rest', () => {
  expect(atFoot([1, 2, 3, 4, 5])).toEqual({ shown: [1, 2, 3, 4, 5], more: [] })
  expect(atFoot([1, 2, 3, 4, 5, 6])).toEqual({ shown: [1, 2, 3, 4], more: [5, 6] })
})
