import type { Paper } from '@lianban/papers'
import { expect, test } from 'vitest'
import { makePress, type Progress } from './press.ts'

const paper = (signs: number): Paper => ({
  title: '卷宗',
  body: [{ kind: 'paragraph', words: '文'.repeat(signs) }],
  madeAt: new Date('2026-03-02T08:00:00Z'),
})
const waiting = () => ({ signal: new AbortController().signal, onProgress: () => {} })

test('[SE177] papers are printed in a thread, which tells how far it is, while the process goes on', async () => {
  const press = makePress()
  const told: Progress[] = []
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  const file = await press.print(
    { paper: paper(2000), format: 'pdf' },
    { ...waiting(), onProgress: (n) => told.push(n) },
  )
  clearInterval(turning)
  expect(Buffer.from(file.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(told.map(({ drawn }) => drawn)).toEqual([1, 2, 3, 4])
  expect(turns).toBeGreaterThan(10)
  await press.close()
})

test('[SE177] one that nobody waits for any more is given up, and the next is printed', async () => {
  const press = makePress()
  const gone = new AbortController()
  const first = press.print({ paper: paper(60_000), format: 'pdf' }, { ...waiting(), signal: gone.signal })
  const next = press.print({ paper: paper(10), format: 'docx' }, waiting())
  gone.abort(new Error('gone'))
  await expect(first).rejects.toThrow('gone')
  expect((await next).length).toBeGreaterThan(1000)
  await press.close()
})

test('[SE177] a press that closes gives up what it prints and what waits', async () => {
  const press = makePress()
  const jobs = [1, 2].map(() => press.print({ paper: paper(60_000), format: 'pdf' }, waiting()))
  const outcomes = Promise.allSettled(jobs)
  await press.close()
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
