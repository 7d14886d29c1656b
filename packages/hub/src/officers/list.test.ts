import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { listOfficers } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const idOf = (name: OfficerName) => world.people[name].officer.id

test('[HU350] the operator’s administrators see every officer, an agency’s own its own, others nobody', async () => {
  const seen = async (name: OfficerName) =>
    new Set((await world.ask(name, listOfficers, {})).items.map(({ agency }) => agency.slug))
  for (const name of ['operatorAdmin', 'operatorSecurity', 'operatorAudit'] as const)
    expect((await seen(name)).size).toBeGreaterThan(5)
  for (const name of ['bjAgencyAdmin', 'bjLeader'] as const) expect(await seen(name)).toEqual(new Set(['bj']))
  for (const name of ['bjHandler', 'bjAuditor', 'bjAdmin', 'procurator'] as const)
    expect((await seen(name)).size).toBe(0)
  const mine = async (name: OfficerName, whom: OfficerName) =>
    (await world.ask(name, listOfficers, {})).items.find(({ id }) => id === idOf(whom))?.canPropose
  expect(await mine('operatorAdmin', 'bjAgencyAdmin')).toBe(true)
  expect(await mine('operatorAdmin', 'operatorAdmin')).toBe(false)
  expect(await mine('bjAgencyAdmin', 'bjHandler')).toBe(true)
  expect(await mine('bjAgencyAdmin', 'bjAgencyAdmin')).toBe(false)
  expect(await mine('bjLeader', 'bjHandler')).toBe(false)
})

test('[HU351] who has not signed in for so many days is listed, and who came lately or is suspended is not', async () => {
  const names = ['shunyiHandler', 'shunyiIntake', 'shunyiLeader'] as const
  const daysAgo = (days: number) => new Date(world.clock.now().getTime() - days * day)
  for (const [name, days] of [
    ['shunyiHandler', 5],
    ['shunyiIntake', 40],
  ] as const)
    await world.owner.query(
      'insert into sessions (id, token_hash, officer_id, agency_id, started_at, last_seen_at, expires_at) values (gen_random_uuid(), $1, $2, $3, $4, $4, $4)',
      [Buffer.from(name), idOf(name), world.agencies.shunyi, daysAgo(days)],
    )
  await world.owner.query("update officers set state = 'suspended' where id = $1", [idOf('shunyiLeader')])
  const idle = async (idleDays: number) => {
    const { items } = await world.ask('operatorAudit', listOfficers, { agencySlug: 'shunyi', idleDays })
    return names.filter((name) => items.some(({ id }) => id === idOf(name)))
  }
  expect(await idle(30)).toEqual(['shunyiIntake'])
  expect(await idle(40)).toEqual(['shunyiIntake'])
  expect(await idle(41)).toEqual([])
  expect(await idle(5)).toEqual(['shunyiHandler', 'shunyiIntake'])
  const { items } = await world.ask('operatorAudit', listOfficers, { agencySlug: 'shunyi' })
  expect(items.find(({ id }) => id === idOf('shunyiIntake'))?.lastSignInAt).toEqual(daysAgo(40))
})

test('[HU437] the register is read page by page, agency by agency, with the number of all', async () => {
  const whole = await world.ask('operatorAudit', listOfficers, { limit: 100 })
  const walked = []
  let cursor: string | undefined
  do {
    const page = await world.ask('operatorAudit', listOfficers, { limit: 7, ...(cursor && { cursor }) })
    expect(page.total).toBe(whole.items.length)
    walked.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(walked).toEqual(whole.items)
  expect(walked.length).toBeGreaterThan(14)
  const slugs = walked.map(({ agency }) => agency.slug)
  const changes = slugs.filter((slug, at) => slug !== slugs[at - 1]).length
  expect(changes).toBe(new Set(slugs).size)
})
