import { expect, test } from 'vitest'
import { openToAll, readersProblem, restrictedTo, withinClues } from './readers-draft.ts'

const posts = [
  { id: 'me', roles: ['handler'] },
  { id: 'colleague', roles: ['handler'] },
  { id: 'leader', roles: ['leader'] },
]
const kept = (...officerIds: string[]) => ({ isRestricted: true, officerIds })

test('[WE213] a record is open to the whole agency unless it is kept, and then whoever enters it is among the readers', () => {
  expect(restrictedTo(openToAll, 'me')).toEqual({})
  expect(restrictedTo({ isRestricted: false, officerIds: ['leader'] }, 'me')).toEqual({})
  expect(restrictedTo(kept('leader', 'me'), 'me')).toEqual({ restrictedTo: ['me', 'leader'] })
  expect(restrictedTo(kept(), 'leader')).toEqual({ restrictedTo: ['leader'] })
})

test('[WE213] a record that is kept without a leader is marked before it is sent', () => {
  expect(readersProblem(openToAll, { posts, myId: 'me' })).toBeUndefined()
  expect(readersProblem(kept('colleague'), { posts, myId: 'me' })).toBe('leader')
  expect(readersProblem(kept('colleague', 'leader'), { posts, myId: 'me' })).toBeUndefined()
  expect(readersProblem(kept(), { posts, myId: 'leader' })).toBeUndefined()
})

test('[WE214] a case is known to nobody who may not know of its clues', () => {
  const aClue = (isRestricted: boolean, ...ids: string[]) => ({ isRestricted, readers: ids.map((id) => ({ id })) })
  expect(withinClues([aClue(false)])).toBeUndefined()
  const within = withinClues([aClue(true, 'me', 'leader', 'colleague'), aClue(false), aClue(true, 'leader', 'me')])
  expect(within).toEqual(['me', 'leader'])
  expect(readersProblem(openToAll, { posts, myId: 'me', within })).toBe('beyond')
  expect(readersProblem(kept('colleague', 'leader'), { posts, myId: 'me', within })).toBe('beyond')
  expect(readersProblem(kept('leader'), { posts, myId: 'me', within })).toBeUndefined()
  expect(readersProblem(kept('leader'), { posts, myId: 'colleague', within })).toBe('beyond')
})
