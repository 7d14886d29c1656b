import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fillRequests } from '../../../tests/bench/notices/requests.ts'
import { aHub, clientWith, type HubServer } from '../../../tests/support/hub-server.ts'

/** A working Monday at noon in China, whenever this runs. */
const noon = Date.parse('2026-11-23T04:00:00Z')
let ahead = 0
const clock = { now: () => new Date(noon + performance.now() + ahead) }
let hub: HubServer
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { clock, watchMs: 200 } })
})
afterAll(() => hub.stop())

/** Signed in anew each time: a session does not last over the hour that this skips. */
async function told() {
  const { cookie } = await hub.signIn('hebei-tobacco.leader')
  return (await clientWith(hub.origin, cookie).notices.list.query({})).items
}

test('[SE236] what nobody read while the hub was down climbs after its start, once, whichever of two processes looks', async () => {
  await fillRequests(hub, 'hebei-tobacco', { open: 1, closed: 0, urgency: 'hours_24' })
  expect(await told()).toEqual([])
  await hub.halt()
  ahead += 61 * 60_000
  await hub.restart()
  const other = await hub.beside()
  await vi.waitFor(async () => expect(await told()).toHaveLength(1), 30_000)
  await other.stop()
  await hub.restart()
  expect(await told()).toMatchObject([{ kind: 'assistance_day', isUrgent: true }])
})
