import { defaultLimits } from '@lianban/collab'
import { expect, test } from 'vitest'
import { NotReady } from './not-ready.ts'
import { readSettings } from './settings.ts'

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://lianban_program:p@db.invalid/lianban',
  PUBLIC_ORIGIN: 'https://hub.invalid',
  BLIND_HIT_KEY: Buffer.alloc(32, 'secret').toString('base64'),
  AUDIT_LOG_KEY: 'PRIVATE+KEY+hub.invalid/log+log+AA==',
}

const operator = {
  OPERATOR_ISSUER: 'https://idp.invalid',
  OPERATOR_ADMIN_SUBJECT: 'wang',
  OPERATOR_SECURITY_SUBJECT: 'li',
  OPERATOR_AUDIT_SUBJECT: 'zhao',
}

function refusalOf(environment: Record<string, string>) {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof NotReady) return error.sentence
    throw error
  }
}

test('[SE44] without any variable the demonstration runs on its own database at port 3000', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    publicOrigin: 'http://localhost:3000',
    database: undefined,
    demo: { idpPort: 3001 },
    isBehindProxy: false,
    acceptsClockSetBack: false,
  })
  expect(readSettings({ PORT: '' })).toEqual(readSettings({}))
})

test('[SE44] an operator comes with the first holders of its three offices', () => {
  expect(readSettings(operator).operator).toEqual({
    issuer: 'https://idp.invalid',
    clientId: 'lianban',
    firstHolders: { system_admin: 'wang', security_admin: 'li', audit_admin: 'zhao' },
  })
})

test('[SE44] a database of one’s own switches the demonstration off unless it is asked for', () => {
  const { DATABASE_URL } = production
  expect(readSettings({ DATABASE_URL }).demo).toBeUndefined()
  expect(readSettings({ DATABASE_URL, DEMO: 'on' }).demo).toBeDefined()
})

test('[SE141] what a room may cost is set by variables, each with a default', () => {
  const { redisUrl, roomLimits } = readSettings({
    REDIS_URL: 'redis://localhost',
    ROOM_MESSAGE_BYTES: '2048',
    ROOM_CONNECTIONS: '3',
  })
  expect(redisUrl).toBe('redis://localhost')
  expect(roomLimits).toEqual({ ...readSettings({}).roomLimits, messageBytes: 2048, connectionsPerRoom: 3 })
  for (const [limit, value] of Object.entries(readSettings({}).roomLimits))
    expect(value).toBe(defaultLimits[limit as keyof typeof defaultLimits])
})

test('[SE47] production runs with a database of its own, TLS and no demonstration', () => {
  expect(readSettings(production)).toMatchObject({ isProduction: true, demo: undefined, operator: undefined })
})

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '0' }, 'PORT'],
  [{ REDIS_URL: 'http://localhost' }, 'REDIS_URL'],
  [{ ROOM_CONNECTIONS: '0' }, 'ROOM_CONNECTIONS'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_PORT: '-1' }, 'DATABASE_PORT'],
  [{ PORT: '3000', DEMO_IDP_PORT: '3000' }, 'DEMO_IDP_PORT'],
  [{ PUBLIC_ORIGIN: 'nonsense' }, 'PUBLIC_ORIGIN'],
  [{ PUBLIC_ORIGIN: 'http://localhost:3000/app' }, 'PUBLIC_ORIGIN'],
  [{ PUBLIC_ORIGIN: 'http://localhost:3000/' }, 'PUBLIC_ORIGIN'],
  [{ DATABASE_URL: 'mysql://localhost/lianban' }, 'DATABASE_URL'],
  [{ DEMO: 'maybe' }, 'DEMO'],
  [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES'],
  [{ SESSION_ABSOLUTE_HOURS: '100' }, 'SESSION_ABSOLUTE_HOURS'],
  [{ SIGN_INS_PER_MINUTE: 'many' }, 'SIGN_INS_PER_MINUTE'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ BLIND_HIT_KEY: Buffer.alloc(31).toString('base64') }, 'BLIND_HIT_KEY'],
  [{ BLIND_HIT_KEY: 'not base64' }, 'BLIND_HIT_KEY'],
  [{ HITS_PER_OFFICER_HOUR: '0' }, 'HITS_PER_OFFICER_HOUR'],
  [{ OPERATOR_ISSUER: 'https://idp.invalid' }, 'OPERATOR_ADMIN_SUBJECT'],
  [{ ...operator, OPERATOR_SECURITY_SUBJECT: '' }, 'OPERATOR_SECURITY_SUBJECT'],
  [{ ...operator, OPERATOR_AUDIT_SUBJECT: 'wang' }, 'OPERATOR_AUDIT_SUBJECT'],
])('[SE44] the value in %j is refused by the name of its variable', (environment, name) => {
  const sentence = refusalOf(environment)
  expect(sentence?.zh).toContain(name)
  expect(sentence?.en).toContain(name)
})

test.each([
  [{ ...production, DEMO: 'on' }, 'DEMO'],
  [{ ...production, DATABASE_URL: '' }, 'DATABASE_URL'],
  [{ ...production, PUBLIC_ORIGIN: '' }, 'PUBLIC_ORIGIN'],
  [{ ...production, BLIND_HIT_KEY: '' }, 'BLIND_HIT_KEY'],
  [{ ...production, AUDIT_LOG_KEY: '' }, 'AUDIT_LOG_KEY'],
  [{ ...production, PUBLIC_ORIGIN: 'http://hub.invalid' }, 'https://'],
])('[SE47] production does not start with %j', (environment, name) => {
  expect(refusalOf(environment)?.zh).toContain(name)
  expect(refusalOf(environment)?.en).toContain(name)
})
