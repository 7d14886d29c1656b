import { bootstrapOperator } from '@lianban/hub'
import { makeMonotonicClock } from '@lianban/kernel'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { startDemoWorld } from './demo-world.ts'

const { db, close } = await aDatabase()
afterAll(close)

test('[SE48] a register of real agencies takes no demonstration', async () => {
  await bootstrapOperator(db, makeMonotonicClock(), {
    slug: 'operator',
    nameZh: '平台运行单位',
    nameEn: 'Operator of the hub',
    shortZh: '平台运行',
    shortEn: 'Operator',
    region: '110000',
    oidcIssuer: 'https://idp.invalid/operator',
    oidcClientId: 'lianban',
    firstHolders: { system_admin: 'system', security_admin: 'security', audit_admin: 'audit' },
  })
  const starting = startDemoWorld({ db, idpPort: 1, publicOrigin: 'http://localhost:1' })
  await expect(starting).rejects.toMatchObject({ sentence: { zh: expect.stringContaining('DEMO=off') } })
})
