import { expect, test } from 'vitest'
import type { Change } from '../app/api-types.ts'
import { createProposalSender } from './change-sender.ts'

const [place, title]: Change[] = [
  { field: 'place', value: '昌平' },
  { field: 'title', value: '标题' },
]

test('[WE225] after a broken line only what had not arrived is sent again, under its own id', async () => {
  const sent: string[] = []
  let serial = 0
  let isDown = false
  const send = createProposalSender(
    async (change, id) => {
      sent.push(`${change.field} ${id}`)
      if (isDown) throw new Error('unreachable')
      isDown = change.field === 'place'
    },
    () => `id${++serial}`,
  )
  await expect(send([place!, title!], '依据')).rejects.toThrow('unreachable')
  isDown = false
  await send([place!, title!], '依据')
  expect(sent).toEqual(['place id1', 'title id2', 'title id2'])
})

test('[WE225] the same change with other grounds is another proposal', async () => {
  const sent: string[] = []
  let serial = 0
  const send = createProposalSender(
    async (_change, id) => void sent.push(id),
    () => `id${++serial}`,
  )
  await send([place!], '依据')
  await send([place!], '别的依据')
  expect(sent).toEqual(['id1', 'id2'])
})
