import type { SignedIn } from '@lianban/identity'
import { expect, test } from 'vitest'
import { PageStream } from './page-stream.ts'

const ref = { kind: 'Case', id: 'a' }
const aStream = () => {
  const stream = new PageStream({ sessionId: 's' } as SignedIn, [ref])
  stream.begin({ noticed: 0 })
  return stream
}
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

const notice = (number: number) => ({ event: 'notice', number, kind: 'assistance', urgent: false }) as const

test('[SE229] each word carries how far the page has heard when it has that word and none after it', async () => {
  const stream = aStream()
  stream.decided()
  for (const number of [4, 7]) stream.tell(notice(number))
  stream.tell({ event: 'lists' })
  stream.passed({ serial: 9, noticed: 8 })
  expect((await stream.said(0))?.marks).toEqual([
    { serial: 0, noticed: 4 },
    { serial: 0, noticed: 7 },
    { serial: 9, noticed: 8 },
  ])
  stream.tell(notice(11))
  stream.passed({ noticed: 11 })
  stream.end('stopping')
  expect(await stream.said(0)).toEqual({
    events: [{ event: 'ended', reason: 'stopping' }],
    marks: [{ serial: 9, noticed: 8 }],
  })
})
