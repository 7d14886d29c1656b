import { unseen } from '@lianban/kernel'
import { expect, test } from 'vitest'
import { makeQueryClient } from './query-client.ts'

test('[WE11] a refusal is taken as the answer and not asked again', async () => {
  let asked = 0
  const { kind, code, sentence } = unseen()
  const client = makeQueryClient(() => {})
  const question = client.fetchQuery({
    queryKey: ['clue'],
    retryDelay: 0,
    queryFn: () => {
      asked += 1
      return Promise.reject({ data: { code: 'NOT_FOUND', refusal: { kind, code, sentence } } })
    },
  })
  await expect(question).rejects.toBeDefined()
  expect(asked).toBe(1)
})

test('[WE11] an ended session is noticed wherever it is met', async () => {
  let signedOut = 0
  const client = makeQueryClient(() => {
    signedOut += 1
  })
  const queryFn = () => Promise.reject({ data: { code: 'UNAUTHORIZED' } })
  await expect(client.fetchQuery({ queryKey: ['desk'], queryFn })).rejects.toBeDefined()
  expect(signedOut).toBe(1)
})
