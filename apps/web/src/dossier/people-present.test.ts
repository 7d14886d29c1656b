import { expect, test } from 'vitest'
import { peoplePresent } from './people-present.ts'

const me = { user: { officerId: '1', name: '承办员', agency: '北京烟草', color: '#1d4ed8' } }
const police = { user: { officerId: '2', name: '承办民警', agency: '北京环食药', color: '#0f766e' } }

test('[WE112] a person with two windows stands in the list once', () => {
  const people = peoplePresent(
    new Map([
      [7, police],
      [8, police],
      [1, me],
    ]),
    1,
  )
  expect(people.map((person) => [person.agency, person.windows, person.isMe])).toEqual([
    ['北京烟草', 1, true],
    ['北京环食药', 2, false],
  ])
})

test('[WE112] a state without a stamped name is not shown as a person', () => {
  expect(
    peoplePresent(
      new Map<number, unknown>([
        [1, {}],
        [2, null],
        [3, { user: { name: 3 } }],
      ]),
      1,
    ),
  ).toEqual([])
})

test('[WE112] a colour that is no colour never reaches the page', () => {
  const odd = { user: { ...police.user, color: 'red;background:url(x)' } }
  expect(peoplePresent(new Map([[7, odd]]), 1)[0]?.color).toBe('#5b6472')
})
