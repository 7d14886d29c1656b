import { expect, test } from 'vitest'
import { type LiveEvent, makeLine, type Source } from './line.ts'

type Said = { readonly data?: string; readonly lastEventId?: string }

/** A line over sources that a test speaks for, and time that passes when it says so. */
function aLine() {
  const opened: { url: string; closed: boolean; readyState: number; say(name: string, said?: Said): void }[] = []
  const heard: LiveEvent[] = []
  const due: (() => void)[] = []
  let isUp = false
  const line = makeLine({
    open(url): Source {
      const ears = new Map<string, (said: Said) => void>()
      const source = {
        url,
        closed: false,
        readyState: 1,
        say: (name: string, said: Said = {}) => ears.get(name)?.(said),
        close: () => void Object.assign(source, { closed: true, readyState: 2 }),
        addEventListener: (name: string, hears: (said: Said) => void) => void ears.set(name, hears),
      }
      opened.push(source)
      return source
    },
    heard: (event) => heard.push(event),
    onUp(up) {
      isUp = up
    },
    later(work) {
      due.push(work)
      return () => void (due.includes(work) && due.splice(due.indexOf(work), 1))
    },
  })
  const pass = () => {
    for (const work of due.splice(0)) work()
  }
  return { line, opened, heard, pass, isUp: () => isUp, waits: () => due.length }
}
const [first, second] = [
  { kind: 'Case', id: 'a' },
  { kind: 'Clue', id: 'b' },
] as const

test('[WE306] pages that come and go in one turn open the stream once, for what is open then', () => {
  const { line, opened, pass } = aLine()
  line.start()
  const leave = line.watch(first)
  line.watch(second)
  leave()
  line.watch(second)
  pass()
  expect(opened.map(({ url }) => url)).toEqual(['/events?watch=Clue%3Ab'])
})

test('[WE306] a stream opened anew goes on from the last mark, and the one before is closed', () => {
  const { line, opened, heard, pass, isUp } = aLine()
  line.watch(first)
  pass()
  opened[0]!.say('open')
  expect(isUp()).toBe(false)
  opened[0]!.say('open', { lastEventId: 'era.4' })
  opened[0]!.say('changed', { data: '{"kind":"Case","id":"a","own":false}', lastEventId: 'era.7' })
  expect([isUp(), heard]).toEqual([true, [{ event: 'changed', kind: 'Case', id: 'a', own: false }]])
  line.watch(second)
  pass()
  expect(opened[0]!.closed).toBe(true)
  expect(opened[1]!.url).toContain('from=era.7')
})

test('[WE307] a broken line comes back by itself; one that was refused is tried again later', () => {
  const { line, opened, pass, isUp, waits } = aLine()
  line.start()
  pass()
  opened[0]!.say('open', { lastEventId: 'era.1' })
  opened[0]!.say('error')
  expect([isUp(), waits()]).toEqual([false, 0])
  opened[0]!.readyState = 2
  opened[0]!.say('error')
  pass()
  expect(opened).toHaveLength(2)
})

test('[WE307] a page that gave way stays quiet until somebody looks at it', () => {
  const { line, opened, pass, waits } = aLine()
  line.start()
  pass()
  opened[0]!.say('ended', { data: '{"reason":"superseded"}' })
  expect([opened.length, waits()]).toEqual([1, 0])
  line.wake()
  expect(opened).toHaveLength(2)
  line.wake()
  expect(opened).toHaveLength(2)
})

test('[WE308] the end of the session is told and ends the line until somebody has signed in again', () => {
  const { line, opened, heard, pass, waits } = aLine()
  line.start()
  pass()
  opened[0]!.say('ended', { data: '{"reason":"session-ended"}' })
  expect([heard, waits(), opened[0]!.closed]).toEqual([[{ event: 'session-ended' }], 0, true])
  line.wake()
  expect(opened).toHaveLength(2)
})
