import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Contender, serve } from './contender.ts'
import { spreadOf } from './spread.ts'
import { tick } from './ticker.ts'
import { aWriter, eachStruct, type Joined, joinRoom, type Writer } from './writer.ts'

const typists = 10
const mostDelayMs = 100
const firstStep = 1000
const leastStep = 30
const growth = 1.35

/**
 * How many updates a second one document takes before one in a hundred comes later than 100 ms after it was due; looked for
 * in so many steps at most.
 */
export async function measureRate(
  contender: Contender,
  databaseUrl: string,
  { seconds, steps }: { readonly seconds: number; readonly steps: number },
): Promise<number> {
  const holds = (perSecond: number) => isWithin(contender, databaseUrl, perSecond, seconds)
  let sustained = await firstHeld(holds)
  if (sustained < firstStep) return sustained
  for (let step = 1; step < steps; step++) {
    const perSecond = Math.round(sustained * growth)
    // A second try, since the machine may have been busy with something else.
    if (!((await holds(perSecond)) || (await holds(perSecond)))) break
    sustained = perSecond
  }
  return sustained
}

/** Downwards from the first step, for machines that are slow or busy with something else. */
async function firstHeld(holds: (perSecond: number) => Promise<boolean>): Promise<number> {
  let perSecond = firstStep
  while (perSecond > leastStep && !(await holds(perSecond))) perSecond /= 2
  return perSecond
}

async function isWithin(
  contender: Contender,
  databaseUrl: string,
  perSecond: number,
  seconds: number,
): Promise<boolean> {
  const served = await serve(contender, databaseUrl)
  const joined: Joined[] = []
  try {
    const room = randomUUID()
    const each = Math.ceil((perSecond * seconds) / typists) + 1
    const writers: Writer[] = Array.from({ length: typists }, (_, i) => aWriter(i + 1, each))
    const delays: number[] = []
    const see = (update: Uint8Array) => {
      const now = performance.now()
      eachStruct(update, (clientId, clock) => {
        const sentAt = writers[clientId - 1]?.sentAt[clock]
        if (sentAt) delays.push(now - sentAt)
      })
    }
    // One measures what the nine others type; all receive everything.
    for (const [i, { clientId }] of writers.entries())
      joined.push(await joinRoom({ contender, served, room, clientId, see: i === 0 ? see : undefined }))
    await pause(200)
    await tick({
      perSecond,
      seconds,
      send(from, to, dueAt) {
        const outgoing: Uint8Array[][] = writers.map(() => [])
        for (let event = from; event < to; event++) {
          const writer = writers[event % typists]!
          writer.sentAt[writer.sent] = dueAt(event)
          outgoing[event % typists]!.push(contender.dialect.update(room, writer.updates[writer.sent]!))
          writer.sent += 1
        }
        for (const [i, messages] of outgoing.entries()) if (messages.length > 0) joined[i]!.client.send(messages)
      },
    })
    await pause(mostDelayMs * 2)
    const expected = writers.slice(1).reduce((sum, { sent }) => sum + sent, 0)
    return delays.length >= expected * 0.999 && spreadOf(delays).p99 <= mostDelayMs
  } finally {
    for (const { client } of joined) client.leave()
    await served.kill()
  }
}
