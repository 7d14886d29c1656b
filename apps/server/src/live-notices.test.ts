import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fillRequests } from '../../../tests/bench/notices/requests.ts'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { openEvents } from '../../../tests/support/page-events.ts'
import { once } from '../../../tests/support/shared-case.ts'

let hub: HubServer
let requests: string[]
beforeAll(async () => {
  // Nothing is found by the round that asks everything anew: what is told here was told at its moment.
  hub = await aHub({ cast: true, options: { watchMs: 600_000 } })
  requests = await fillRequests(hub, 'hebei-tobacco', { open: 20, closed: 0 })
})
afterAll(() => hub.stop())

type Page = Awaited<ReturnType<typeof openEvents>>
const pages: Page[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.leave()
})
const opened = async (given: { cookie: string; lastEventId?: string }): Promise<Page> => {
  const page = await openEvents({ origin: hub.origin, ...given })
  pages.push(page)
  await Promise.any([page.said('open'), page.said('resync')])
  return page
}
/** Takes a request back, of which the officers of the agency that was asked are told. */
const withdraw = async () =>
  (await hub.client('bj-tobacco.handler')).assistance.answer.mutate(
    once({ assistanceId: requests.shift()!, expectedVersion: 2, move: 'withdraw', note: '' }),
  )
const numbersIn = (page: Page) =>
  page.events.filter(({ event }) => event === 'notice').map(({ number }) => Number(number))
const settled = () => new Promise((resolve) => setTimeout(resolve, 300))

test('[SE228] a notice reaches every page of its officer at its commit, with nothing of what it is about', async () => {
  const session = await hub.signIn('hebei-tobacco.duty-officer')
  const [one, other] = [await opened(session), await opened(session)]
  const stranger = await opened(await hub.signIn('guilin-tobacco.handler'))
  const id = requests[0]!
  await withdraw()
  for (const page of [one, other]) {
    const { mark, ...told } = await page.said('notice')
    expect(told).toEqual({ event: 'notice', number: expect.any(Number), kind: 'assistance', urgent: false })
    expect(mark).toMatch(new RegExp(`\\.${String(told.number)}$`))
    expect(JSON.stringify(told)).not.toContain(id)
  }
  await settled()
  expect(stranger.events.map(({ event }) => event)).not.toContain('notice')
})

test('[SE229] a line that broke goes on after the last notice that was heard, and none comes twice', async () => {
  const session = await hub.signIn('hebei-tobacco.duty-officer')
  const before = await opened(session)
  await withdraw()
  const { mark, number } = await before.said('notice')
  before.leave()
  await withdraw()
  await withdraw()
  const after = await opened({ ...session, lastEventId: mark })
  await withdraw()
  await after.said('notice', { number: Number(number) + 3 })
  await settled()
  expect(numbersIn(after)).toEqual([1, 2, 3].map((n) => Number(number) + n))
})

test('[SE229] the mark of one notice among several leads to the next one', async () => {
  const session = await hub.signIn('hebei-tobacco.duty-officer')
  const first = await opened(session)
  const { mark } = first.events.at(-1)!
  first.leave()
  for (let n = 0; n < 3; n++) await withdraw()
  const whole = await opened({ ...session, lastEventId: mark })
  const last = Number(mark.split('.')[2]) + 3
  await whole.said('notice', { number: last })
  const middle = whole.events.find(({ number }) => number === last - 1)!
  const rest = await opened({ ...session, lastEventId: middle.mark })
  await rest.said('notice', { number: last })
  await settled()
  expect(numbersIn(rest)).toEqual([last])
})

test('[SE230] across a restart of the hub nothing is lost and nothing told twice', async () => {
  const session = await hub.signIn('hebei-tobacco.duty-officer')
  const before = await opened(session)
  await withdraw()
  const { mark, number } = await before.said('notice')
  await hub.restart()
  await before.closed
  const ended = before.events.at(-1)!
  expect([ended.event, ended.mark.split('.')[2]]).toEqual(['ended', String(number)])
  await withdraw()
  const after = await opened({ ...session, lastEventId: mark })
  await after.said('notice')
  await withdraw()
  await after.said('notice', { number: Number(number) + 2 })
  expect(numbersIn(after)).toEqual([Number(number) + 1, Number(number) + 2])
})

test('[SE231] a mark that no server gave begins with what is told from now on', async () => {
  const session = await hub.signIn('hebei-tobacco.duty-officer')
  for (const lastEventId of ['nonsense', 'era.1', 'era.1.', 'era.1.-5', `era.1.${'9'.repeat(40)}`])
    expect(numbersIn(await opened({ ...session, lastEventId }))).toEqual([])
  const ahead = await opened({ ...session, lastEventId: 'era.1.999999' })
  await settled()
  await withdraw()
  expect(Number((await ahead.said('notice')).number)).toBeLessThan(1000)
})
