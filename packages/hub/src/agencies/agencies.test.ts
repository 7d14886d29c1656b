import { openDatabase } from '@lianban/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase } from '../../../../tests/support/postgres.ts'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { bootstrapOperator, type Role, registerAgency, registerOfficer } from './index.ts'

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
const officer = { agencySlug: 'bj', subject: 'bj.new', postZh: '新岗', postEn: 'New', roles: ['handler'] as Role[] }
const register = (name: OfficerName, changed: Partial<typeof agency> & { parentSlug?: string } = {}) =>
  world.submit(name, registerAgency, { ...agency, ...changed })
const enter = (name: OfficerName, changed: Partial<typeof officer> = {}) =>
  world.submit(name, registerOfficer, { ...officer, ...changed })

test('[HU20] the operator’s administrator enters an agency and an officer of it', async () => {
  const { agencyId } = await register('operatorAdmin', { parentSlug: 'bj' })
  const { officerId } = await enter('operatorAdmin', { agencySlug: 'tianjin' })
  const { rows } = await world.owner.query('select agency_id, roles, state from officers where id = $1', [officerId])
  expect(rows).toEqual([{ agency_id: agencyId, roles: ['handler'], state: 'active' }])
  const { rows: parents } = await world.owner.query('select parent_id from agencies where id = $1', [agencyId])
  expect(parents).toEqual([{ parent_id: world.agencies.bj }])
})

test.each(['bjAdmin', 'bjLeader', 'procurator', 'hebeiHandler'] as const)(
  '[HU20] %s enters neither an agency nor an officer',
  async (name) => {
    expect(await world.refusal(() => register(name, { slug: 'nobody' }))).toMatchObject({ code: 'policy.denied' })
    expect(await world.refusal(() => enter(name, { subject: 'bj.nobody' }))).toMatchObject({ code: 'policy.denied' })
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

test('[HU22] a sign-in subject is one officer of an agency, and may be another’s elsewhere', async () => {
  await enter('operatorAdmin', { subject: 'same' })
  expect(await world.refusal(() => enter('operatorAdmin', { subject: 'same' }))).toMatchObject({
    code: 'agency.officer-known',
  })
  await expect(enter('operatorAdmin', { subject: 'same', agencySlug: 'police' })).resolves.toHaveProperty('officerId')
})

test('[HU23] an agency or parent that is not in the register is named', async () => {
  const attempts = [
    () => register('operatorAdmin', { slug: 'orphan', parentSlug: 'nowhere' }),
    () => enter('operatorAdmin', { agencySlug: 'nowhere' }),
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

test('[HU26] an administrator holds one office and works on no case', async () => {
  const mixed: Role[][] = [
    ['system_admin', 'security_admin'],
    ['audit_admin', 'system_admin'],
    ['security_admin', 'handler'],
  ]
  for (const roles of mixed)
    expect(await world.refusal(() => enter('operatorAdmin', { subject: 'mixed', roles }))).toMatchObject({
      code: 'agency.roles-mixed',
    })
  const roles: Role[] = ['handler', 'duty_officer']
  await expect(enter('operatorAdmin', { subject: 'mixed', roles })).resolves.toBeDefined()
})

test('[HU25] an empty register gets the operator and its first administrator, once', async () => {
  const empty = await aDatabase()
  const owner = openDatabase({ url: empty.ownerUrl })
  const operator = { ...agency, slug: 'lianban', adminSubject: 'lianban.admin' }
  const { kind: _kind, level: _level, ...fields } = operator
  expect(await bootstrapOperator(empty.db, world.clock, fields)).toBe(true)
  expect(await bootstrapOperator(empty.db, world.clock, { ...fields, slug: 'second' })).toBe(false)
  const { rows } = await owner.pool.query(
    'select slug, kind, subject, roles from agencies join officers on agency_id = agencies.id',
  )
  expect(rows).toEqual([{ slug: 'lianban', kind: 'operator', subject: 'lianban.admin', roles: ['system_admin'] }])
  await owner.close()
  await empty.close()
})
