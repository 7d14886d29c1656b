import { expect, test } from 'vitest'
import { makeVolatileRecords } from './volatile-records.ts'

test('[DI13] a record is gone once its time is over', async () => {
  let now = 0
  const codes = makeVolatileRecords(() => now)('AuthorizationCode')
  await codes.upsert('a', { accountId: 'x' }, 60)
  now = 59_999
  expect(await codes.find('a')).toMatchObject({ accountId: 'x' })
  now = 60_000
  expect(await codes.find('a')).toBeUndefined()
})

test('[DI13] revoking a grant takes its codes and leaves the others', async () => {
  const records = makeVolatileRecords()
  const codes = records('AuthorizationCode')
  const tokens = records('AccessToken')
  await codes.upsert('a', { grantId: 'g' }, 60)
  await tokens.upsert('b', { grantId: 'g' }, 60)
  await tokens.upsert('c', { grantId: 'other' }, 60)
  await codes.revokeByGrantId('g')
  expect([await codes.find('a'), await tokens.find('b')]).toEqual([undefined, undefined])
  expect(await tokens.find('c')).toBeDefined()
})

test('[DI13] records of two kinds with one id are kept apart', async () => {
  const records = makeVolatileRecords()
  await records('Session').upsert('a', { uid: 'u' }, 60)
  expect(await records('Grant').find('a')).toBeUndefined()
  expect(await records('Grant').findByUid('u')).toBeUndefined()
  expect(await records('Session').findByUid('u')).toBeDefined()
})
