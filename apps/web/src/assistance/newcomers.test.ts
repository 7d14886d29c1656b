import { expect, test } from 'vitest'
import { newcomers } from './newcomers.ts'

test('[WE501] the desk rings once for a two-hour request that nobody has signed in', () => {
  const waiting = [
    { id: 'a', urgency: 'hours_2', standing: 'sent' },
    { id: 'b', urgency: 'hours_2', standing: 'claimed' },
    { id: 'c', urgency: 'days_7', standing: 'sent' },
  ]
  expect(newcomers(new Set(), waiting)).toEqual(['a'])
  expect(newcomers(new Set(['a']), waiting)).toEqual([])
})
