import { openDatabase } from '@lianban/db'
import { documentFromText } from '@lianban/dossier'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { aSharedCase, once, type SharedCase } from '../../../tests/support/shared-case.ts'

let hub: HubServer
let shared: SharedCase
beforeAll(async () => {
  hub = await aHub({ cast: true })
  shared = await aSharedCase(hub)
})
afterAll(() => hub.stop())

async function aSectionThatSays(words: string): Promise<string> {
  const handler = await hub.client('bj-tobacco.handler')
  const section = { caseId: shared.caseId, title: '侦办经过', audience: 'case' as const, memberAgencyIds: [] }
  const { sectionId } = await handler.dossier.addSection.mutate(once(section))
  const owner = openDatabase({ url: hub.ownerUrl, maxConnections: 1 })
  await owner.pool.query(
    `insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at)
     values ($1, $1, $1, $1, $2, now())`,
    [sectionId, Buffer.from(documentFromText([words]))],
  )
  await owner.close()
  return sectionId
}
const found = async (q: string) =>
  (await (await hub.client('bj-tobacco.handler')).search.all.query({ q })).sections.map(({ id }) => id as string)

test('[SE178] what was written in a room is found without anybody asking for it', async () => {
  const sectionId = await aSectionThatSays('仓库门口停有蓝色厢式货车。')
  await expect.poll(() => found('蓝色厢式货车'), { timeout: 60_000 }).toEqual([sectionId])
})

test('[SE178] what was written while the hub was down is found after it is up again', async () => {
  const sectionId = await aSectionThatSays('另有绿色三轮车一辆。')
  await hub.restart()
  await expect.poll(() => found('绿色三轮车'), { timeout: 60_000 }).toEqual([sectionId])
})
