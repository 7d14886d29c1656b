import { expect, test } from 'vitest'
import { createSubmission } from './submission.ts'

const numbered = () => {
  let n = 0
  return () => `id-${++n}`
}

test('[WE2] a failed sending is repeated under the same id', async () => {
  const submission = createSubmission(numbered())
  const sent: string[] = []
  const send = (fails: boolean) =>
    submission.send(async (id) => {
      sent.push(id)
      if (fails) throw new Error('lost')
      return 'done'
    })
  await expect(send(true)).rejects.toThrow('lost')
  await expect(send(false)).resolves.toBe('done')
  expect(sent).toEqual(['id-1', 'id-1'])
})

test('[WE2] after success the next deed has an id of its own', async () => {
  const submission = createSubmission(numbered())
  await submission.send(async () => 'done')
  expect(submission.id()).toBe('id-2')
})

test('[WE2] ids are version 4, as the hub requires', () => {
  expect(createSubmission().id()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/)
})
