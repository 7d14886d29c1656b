import { expect, test } from 'vitest'
import { createDeed } from './deed.ts'

test('[WE100] a second click while the first is on its way sends nothing', async () => {
  const sent: string[] = []
  const deed = createDeed({
    send: async (_input: string, submissionId) => void sent.push(submissionId),
    done: () => {},
  })
  await Promise.all([deed.run('share'), deed.run('share')])
  expect(sent).toHaveLength(1)
  expect(deed.busy()).toBe(false)
})

test('[WE100] trying again after a lost answer uses the same submission id', async () => {
  const sent: string[] = []
  let done = 0
  const deed = createDeed({
    async send(_input: string, submissionId) {
      sent.push(submissionId)
      if (sent.length === 1) throw new Error('line broke')
    },
    done: () => void done++,
  })
  await deed.run('share')
  expect(deed.error()).toBeInstanceOf(Error)
  await deed.run('share')
  expect([sent[0] === sent[1], deed.error(), done]).toEqual([true, undefined, 1])
})
