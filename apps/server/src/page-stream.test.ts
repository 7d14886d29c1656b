import type { SignedIn } from '@lianban/identity'
import { expect, test } from 'vitest'
import { PageStream } from './page-stream.ts'

const ref = { kind: 'Case', id: 'a' }
const aStream = () => new PageStream({ sessionId: 's' } as SignedIn, [ref])
const changed = (own: boolean) => ({ event: 'changed', ...ref, own }) as const

test('[SE129] a page that reads slowly is kept no more than one word for each thing it watches', async () => {
  const stream = aStream()
  stream.decided()
  for (let i = 0; i < 10_000; i++) {
    stream.tell(changed(i !== 500))
    stream.tell({ event: 'lists' })
  }
  expect(await stream.next(0)).toEqual([changed(false), { event: 'lists' }])
  expect(await stream.next(0)).toEqual([])
})

test('[SE129] nothing is told before it is decided what the page may watch, nor of a record once it is closed', async () => {
  const stream = aStream()
  stream.tell(changed(false))
  expect(await stream.next(0)).toEqual([])
  stream.shut(ref)
  stream.decided()
  expect(await stream.next(0)).toEqual([{ event: 'closed', ...ref }])
  stream.shut(ref)
  expect(await stream.next(0)).toEqual([])
})

test('[SE129] the end is the last word, whatever else was waiting', async () => {
  const stream = aStream()
  stream.tell(changed(false))
  stream.end('session-ended')
  stream.tell(changed(false))
  stream.end('stopping')
  expect(await stream.next(1000)).toEqual([{ event: 'ended', reason: 'session-ended' }])
  expect(await stream.next(1000)).toBeUndefined()
})
