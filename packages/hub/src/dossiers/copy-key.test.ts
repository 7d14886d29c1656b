import { SectionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../a-world.ts'
import { recallGrant } from '../sharing/index.ts'
import { sectionCopyKey } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

test('[HU384] an officer gets one secret for a section each time, and nobody else gets the same', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'contribute' })
  const [first, second] = [await world.aSection(caseId), await world.aSection(caseId)]
  const of = async (name: 'bjHandler' | 'policeHandler', sectionId: string) =>
    (await world.ask(name, sectionCopyKey, { sectionId })).secret
  const asked = await Promise.all([of('bjHandler', first), of('bjHandler', first)])
  expect(new Set(asked).size).toBe(1)
  expect(Buffer.from(asked[0], 'base64url')).toHaveLength(32)
  const others = [await of('bjHandler', second), await of('policeHandler', first)]
  expect(new Set([...asked, ...others]).size).toBe(3)
})

test('[HU384] once the right is gone the secret is not given any more, though it is still there', async () => {
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'contribute' })
  const sectionId = await world.aSection(caseId)
  await world.ask('policeHandler', sectionCopyKey, { sectionId })
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '结束' })
  expect(await world.refusal(() => world.ask('policeHandler', sectionCopyKey, { sectionId }))).toMatchObject({
    code: 'record.unseen',
  })
  const { officer } = world.people.policeHandler
  const look = (duty: boolean) =>
    world.hub.db.transaction({ agencyId: officer.agencyId, officerId: officer.id }, world.clock.now(), async (tx) => {
      if (duty) await tx.execute(sql`select set_config('lianban.duty', 'local-copies', true)`)
      const { rows } = await tx.execute(
        sql`select 1 from section_copy_secrets where section_id = ${SectionId.parse(sectionId)}`,
      )
      return rows.length
    })
  expect([await look(false), await look(true)]).toEqual([0, 1])
})
