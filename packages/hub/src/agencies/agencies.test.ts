import { openDatabase } from '@lianban/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase } from '../../../../tests/support/postgres.ts'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { bootstrapOperator, registerAgency } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const agency = {
  slug: 'tianjin',
  nameZh: '天津市烟草专卖局',
  nameEn: 'Tianjin Tobacco',
  shortZh: '天津烟草',
  shortEn: 'Tianjin',
  kind: 'tobacco' as const,
  level: 'province' as const,
  region: '120000',
  oidcIssuer: 'https://idp.invalid/tianjin',
  oidcClientId: 'lianban',
}
const register = (name: OfficerName, changed: Partial<typeof agency> & { parentSlug?: string } = {}) =>
  world.submit(name, registerAgency, { ...agency, ...changed })
test('[HU20] the operator’s administrator enters an agency below another', async () => {
  const { agencyId } = await register('operatorAdmin', { parentSlug: 'bj' })
  const { rows: parents } = await world.owner.query('select parent_id from agencies where id = $1', [agencyId])
  expect(parents).toEqual([{ parent_id: world.agencies.bj }])
})

test.each(['operatorSecurity', 'operatorAudit', 'bjAdmin', 'bjAgencyAdmin', 'bjLeader', 'procurator'] as const)(
  '[HU20] %s enters no agency',
  async (name) => {
    expect(await world.refusal(() => register(name, { slug: 'nobody' }))).toMatchObject({ code: 'policy.denied' })
  },
)

test('[HU21] a slug is entered once, also by two at the same moment', async () => {
  const attempts = [1, 2, 3].map(() => register('operatorAdmin', { slug: 'twice' }))
  expect(await world.losers(attempts)).toEqual(Array(2).fill('agency.slug-taken'))
  expect(await world.refusal(() => register('operatorAdmin', { slug: 'twice' }))).toMatchObject({
    code: 'agency.slug-taken',
    facts: { slug: 'twice' },
  })
})

test('[HU23] an agency or parent that is not in the register is named', async () => {
  const attempts = [
    () => register('operatorAdmin', { slug: 'orphan', parentSlug: 'nowhere' }),
    () => world.anEntry({ agencySlug: 'nowhere' }),
  ]
  for (const attempt of attempts)
    expect(await world.refusal(attempt)).toMatchObject({ code: 'agency.unknown', facts: { agency: 'nowhere' } })
})

test.each([
  { slug: 'Tianjin' },
  { slug: 'a' },
  { region: '12' },
  { oidcIssuer: 'javascript:alert(1)' },
  { shortZh: '' },
])('[HU24] an agency with %j is refused', async (changed) => {
  const before = await world.rows()
  await expect(register('operatorAdmin', changed)).rejects.toMatchObject({ name: 'ZodError' })
  expect(await world.rows()).toEqual(before)
})

const firstHolders = { system_admin: 'wang', security_admin: 'li', audit_admin: 'zhao' }
const { kind: _kind, level: _level, ...operatorFields } = { ...agency, slug: 'lianban' }
const operator = { ...operatorFields, firstHolders }

test('[HU25] an empty register gets the operator and the holders of its three offices, once', async () => {
  const empty = await aDatabase()
  const owner = openDatabase({ url: empty.ownerUrl })
  const outcomes = await Promise.all([1, 2].map(() => bootstrapOperator(empty.db, world.clock, operator)))
  expect(outcomes.toSorted()).toEqual([false, true])
  expect(await bootstrapOperator(empty.db, world.clock, { ...operator, slug: 'second' })).toBe(false)
  const { rows } = await owner.pool.query(
    'select slug, kind, subject, roles from agencies join officers on agency_id = agencies.id order by subject',
  )
  const inOffice = { slug: 'lianban', kind: 'operator' }
  expect(rows).toEqual([
    { ...inOffice, subject: 'li', roles: ['security_admin'] },
    { ...inOffice, subject: 'wang', roles: ['system_admin'] },
    { ...inOffice, subject: 'zhao', roles: ['audit_admin'] },
  ])
  await owner.close()
  await empty.close()
})

test('[HU25] an operator of an older register gets a holder for an office that nobody holds, and for no other', async () => {
  const older = await aDatabase()
  const owner = openDatabase({ url: older.ownerUrl })
  await bootstrapOperator(older.db, world.clock, operator)
  await owner.pool.query("delete from officers where subject = 'li'")
  const others = { system_admin: 'sun', security_admin: 'qian', audit_admin: 'zhou' }
  expect(await bootstrapOperator(older.db, world.clock, { ...operator, firstHolders: others })).toBe(true)
  const { rows } = await owner.pool.query('select subject from officers order by subject')
  expect(rows.map(({ subject }) => subject)).toEqual(['qian', 'wang', 'zhao'])
  await owner.pool.query("update officers set state = 'suspended' where subject = 'qian'")
  expect(await bootstrapOperator(older.db, world.clock, { ...operator, firstHolders: others })).toBe(false)
  await owner.close()
  await older.close()
})
