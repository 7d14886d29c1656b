import { unseen } from '@lianban/kernel'
import { expect, test } from 'vitest'
import { live, makeQueryClient, setLineIsUp } from './query-client.ts'

const { kind, code, sentence } = unseen()
const refused = { data: { code: 'NOT_FOUND', refusal: { kind, code, sentence } } }

test('[WE11] a refusal is taken as the answer and not asked again', async () => {
  let asked = 0
  const question = makeQueryClient().fetchQuery({
    queryKey: ['clue'],
    retryDelay: 0,
    queryFn: () => {
      asked += 1
      return Promise.reject(refused)
    },
  })
  await expect(question).rejects.toBeDefined()
  expect(asked).toBe(1)
})

test.each([
  ['nothing went wrong', null, 10_000, 60_000],
  ['the line is down', new TypeError('Failed to fetch'), 10_000, 60_000],
  ['the right is gone', refused, false, false],
  ['the session has ended', { data: { code: 'UNAUTHORIZED' } }, false, false],
])('[WE15] what others change is looked for when %s', (_, error, untold, told) => {
  expect(live.refetchInterval({ state: { error } })).toBe(untold)
  setLineIsUp(true)
  expect(live.refetchInterval({ state: { error } })).toBe(told)
  setLineIsUp(false)
})
