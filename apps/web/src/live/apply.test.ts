import { QueryClient } from '@tanstack/solid-query'
import { beforeEach, expect, test } from 'vitest'
import { readRefusal } from '../app/refusal.ts'
import { applyEvent } from './apply.ts'

const id = '01890000-0000-7000-8000-00000000000a'
const other = '01890000-0000-7000-8000-00000000000b'
const keys = {
  me: ['session', 'me'],
  desk: ['desk'],
  list: ['cases', 'list', '电子烟'],
  open: ['cases', id],
  outline: ['cases', id, 'outline'],
  another: ['clues', 'find', other],
}
type Name = keyof typeof keys

let queries: QueryClient
beforeEach(() => {
  queries = new QueryClient()
  for (const key of Object.values(keys)) queries.setQueryData(key, { secret: '跨省网络案' }, { updatedAt: 10_000 })
})
const readAgain = () => (Object.keys(keys) as Name[]).filter((name) => queries.getQueryState(keys[name])?.isInvalidated)

test('[WE303] a record that changed is read again with all that is about it, and nothing else is', () => {
  applyEvent(queries, { event: 'changed', kind: 'Case', id, own: false })
  expect(readAgain()).toEqual(['open', 'outline'])
})

test('[WE303] what this session did itself and has just read is not read twice', () => {
  const own = { event: 'changed', kind: 'Case', id, own: true } as const
  applyEvent(queries, own, () => 12_999)
  expect(readAgain()).toEqual([])
  applyEvent(queries, own, () => 13_000)
  expect(readAgain()).toEqual(['open', 'outline'])
})

test('[WE304] lists and desk are looked at again without reading any record, and after a gap everything is', () => {
  applyEvent(queries, { event: 'lists' })
  expect(readAgain()).toEqual(['desk', 'list'])
  applyEvent(queries, { event: 'resync' })
  expect(readAgain()).toEqual(['desk', 'list', 'open', 'outline', 'another'])
})

test('[WE305] a record that is closed leaves nothing in memory, in lists and in other pages neither', () => {
  const watching = queries.getQueryCache().find({ queryKey: keys.open })!
  watching.addObserver({ onQueryUpdate() {}, options: { queryKey: keys.open } } as never)
  applyEvent(queries, { event: 'closed', kind: 'Case', id })
  expect(
    JSON.stringify(
      queries
        .getQueryCache()
        .findAll({ type: 'active' })
        .map(({ state }) => state.data),
    ),
  ).not.toContain('跨省')
  expect(
    queries
      .getQueryCache()
      .findAll()
      .map(({ queryKey }) => queryKey),
  ).toEqual([keys.me, keys.open])
  expect(readRefusal(queries.getQueryState(keys.open)?.error).kind).toBe('not-found')
})

test('[WE305] a record that is being asked for when it is closed gets the hub’s own answer', async () => {
  const answer = Promise.withResolvers<string>()
  const asked = queries.fetchQuery({ queryKey: ['clues', 'find', id], queryFn: () => answer.promise })
  applyEvent(queries, { event: 'closed', kind: 'Clue', id })
  answer.resolve('answered')
  expect(await asked).toBe('answered')
})
