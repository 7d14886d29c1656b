import { Writable } from 'node:stream'
import { openDatabase } from '@lianban/db'
import { DrizzleQueryError } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { aSharedCase, once, publicReport, reportInput } from '../../../tests/support/shared-case.ts'
import { faultOf } from './fault.ts'
import { makeLog } from './log.ts'

let printed = ''
const into = new Writable({
  write(chunk, _encoding, done) {
    printed += String(chunk)
    done()
  },
})

let hub: HubServer
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { log: makeLog('debug', into) } })
})
afterAll(() => hub.stop())

const lines = () =>
  printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

const secret = '13800138000'
const secrets = [secret, '张三', 'lianban=', 'state=', 'code=', 'input=', publicReport.content, '北京烟草·承办员']

function expectNothingPersonal() {
  for (const one of secrets) expect(printed).not.toContain(one)
  expect(printed).not.toMatch(/"path":"[^"]*\?/)
}

async function asOwner(statement: string) {
  const owner = openDatabase({ url: hub.ownerUrl, maxConnections: 1 })
  await owner.pool.query(statement)
  await owner.close()
}

test('[SE30] every request is one line with its id, path, status and time', async () => {
  await fetch(`${hub.origin}/trpc/agencies.list?x=1`)
  const line = lines().findLast(({ path }) => path === '/trpc/agencies.list')
  expect(line).toMatchObject({ msg: 'request', method: 'GET', status: 200, ms: expect.any(Number) })
  expect(line?.requestId).toMatch(/^[0-9a-f-]{36}$/)
})

test('[SE31] neither signing in, nor work, nor a refusal leaves personal data or content in the log', async () => {
  const { caseId } = await aSharedCase(hub)
  const handler = await hub.client('bj-tobacco.handler')
  const phone = { ...reportInput(), title: `张三 ${secret}`, identifiers: [{ kind: 'phone' as const, value: secret }] }
  await handler.clues.record.mutate(phone)
  await handler.clues.list.query({ q: secret })
  const hebei = await hub.client('hebei-tobacco.handler')
  await expect(hebei.cases.find.query({ caseId })).rejects.toThrow('NOT_FOUND')
  await expect(handler.clues.record.mutate({ ...phone, title: '' })).rejects.toThrow('BAD_REQUEST')
  await fetch(`${hub.origin}/auth/callback?state=${secret}&code=${secret}`, { redirect: 'manual' })
  expect(lines().length).toBeGreaterThan(20)
  expectNothingPersonal()
})

test('[SE32] a fault is logged once with its request, its procedure and its cause, without what was sent', async () => {
  const handler = await hub.client('bj-tobacco.handler')
  await asOwner('alter table clues rename column place to elsewhere')
  const before = lines().length
  const failed = handler.clues.record.mutate(once({ ...reportInput(), title: `张三 ${secret}` }))
  await expect(failed).rejects.toMatchObject({ message: 'INTERNAL_SERVER_ERROR', data: { refusal: null } })
  await asOwner('alter table clues rename column elsewhere to place')

  const [fault, request, ...more] = lines().slice(before)
  expect(more).toEqual([])
  expect(fault).toMatchObject({ msg: 'fault', procedure: 'clues.record', fault: { name: 'error', code: '42703' } })
  expect(request).toMatchObject({ msg: 'request', status: 500, requestId: fault?.requestId })
  expect(JSON.stringify(fault)).toContain('packages/hub/src/clues/')
  expectNothingPersonal()
})

test('[SE33] a failed query is told by its cause, since its own message holds what was written', () => {
  const cause = Object.assign(new Error('relation "clues" does not exist'), { code: '42P01', table: 'clues' })
  const told = faultOf(new DrizzleQueryError('insert into clues', [secret], cause))
  expect(told).toMatchObject({ message: 'relation "clues" does not exist', code: '42P01', table: 'clues' })
  expect(JSON.stringify(told)).not.toContain(secret)

  expect(JSON.stringify(faultOf(new DrizzleQueryError('insert', [secret])))).not.toContain(secret)
  const wrapped = new Error('while recording', { cause: new DrizzleQueryError('insert', [secret], cause) })
  expect(JSON.stringify(faultOf(wrapped))).not.toContain(secret)
  expect(faultOf(wrapped)).toMatchObject({ message: 'while recording', cause: { code: '42P01' } })
  for (const thrown of [secret, { secret }, undefined, null])
    expect(JSON.stringify(faultOf(thrown))).not.toContain(secret)
})

test('[SE33] a broken constraint is told without the row that broke it', () => {
  const detail = `Key (number)=(${secret}) already exists.`
  const cause = Object.assign(new Error('duplicate key value violates unique constraint "cases_number"'), {
    code: '23505',
    detail,
    constraint: 'cases_number',
  })
  const told = faultOf(new DrizzleQueryError('insert', [], cause))
  expect(told).toMatchObject({ constraint: 'cases_number' })
  expect(JSON.stringify(told)).not.toContain(secret)
})

test('[SE33] what Postgres quotes from a value is not told', () => {
  const cause = Object.assign(new Error(`invalid input syntax for type uuid: "${secret}"`), { code: '22P02' })
  expect(JSON.stringify(faultOf(new DrizzleQueryError('select', [], cause)))).not.toContain(secret)
  expect(faultOf(new DrizzleQueryError('select', [], cause))).toMatchObject({ code: '22P02' })
})

test('[SE33] neither a parser’s message nor a text that looks like a stack is told', () => {
  const parsing = (() => {
    try {
      return JSON.parse(`{"name": ${secret}张三}`)
    } catch (error) {
      return error
    }
  })()
  expect(JSON.stringify(faultOf(parsing))).not.toContain('张三')
  const query = new DrizzleQueryError('insert', [`\n    at ${secret} (a.ts:1:1)`], new Error('lost'))
  expect(JSON.stringify(faultOf(query))).not.toContain(secret)
})
