import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { once } from '../../../tests/support/shared-case.ts'

let hub: HubServer
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { watchMs: 500 } })
})
afterAll(() => hub.stop())

test('[SE190] a limit that has run out is on the desk of who let it pass, by a job that nobody asked for', async () => {
  const handler = await hub.client('bj-tobacco.handler')
  const filed = { number: 'BJ-SE190', name: '旧案', charge: '非法经营', summary: '摘要', label: 'internal' as const }
  await handler.cases.open.mutate(
    once({ ...filed, clueIds: [], handlingCode: 'unrestricted' as const, region: '110000', openedOn: '2025-05-21' }),
  )
  const kinds = async () => (await handler.desk.mine.query({})).tasks.map(({ kind }) => kind)
  await vi.waitUntil(async () => (await kinds()).includes('clock.overdue'), { timeout: 60_000, interval: 500 })
  expect((await kinds()).filter((kind) => kind.startsWith('clock.'))).toEqual(['clock.overdue'])
})
