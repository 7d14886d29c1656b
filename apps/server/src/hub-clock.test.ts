import { appendEntry } from '@lianban/audit'
import { type EntryId, newId } from '@lianban/kernel'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { makeHubClock } from './hub-clock.ts'

const { db, close } = await aDatabase()
afterAll(close)

const logged = new Date('2026-03-02T08:00:00Z')
const at = (iso: string) => () => new Date(iso).getTime()

test('[SE71] with an empty log the hub takes the time of its machine', async () => {
  const clock = await makeHubClock(db, { acceptsSetBack: false, source: at('2026-03-02T07:00:00Z') })
  expect(clock.now()).toEqual(new Date('2026-03-02T07:00:00Z'))
})

test('[SE71] a clock a few minutes behind the log stands still until it is caught up', async () => {
  const entry = { id: newId<EntryId>(), at: logged, act: 'case.open', outcome: 'done' } as const
  await db.transaction({ duty: 'denials' }, logged, (tx) => appendEntry(tx, entry))
  const clock = await makeHubClock(db, { acceptsSetBack: false, source: at('2026-03-02T07:55:00Z') })
  expect(clock.now()).toEqual(logged)
})

test('[SE72] on a clock set back far the hub does not start, unless told to', async () => {
  const source = at('2026-03-01T08:00:00Z')
  await expect(makeHubClock(db, { acceptsSetBack: false, source })).rejects.toMatchObject({
    sentence: { zh: expect.stringContaining('1440 分钟') },
  })
  const clock = await makeHubClock(db, { acceptsSetBack: true, source })
  expect(clock.now()).toEqual(new Date(source()))
})
