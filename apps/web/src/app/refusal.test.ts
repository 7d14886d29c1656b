import { denied, type Refusal, stale, unseen } from '@lianban/kernel'
import { afterEach, expect, test } from 'vitest'
import { setLocale } from './i18n/index.ts'
import { lostSince, readRefusal, staysShown, unseenWords } from './refusal.ts'

const answered = ({ kind, code, sentence, facts }: Refusal) => ({
  data: { code: 'CONFLICT', refusal: { kind, code, sentence, facts } },
})

afterEach(() => setLocale('zh'))

test('[WE3] a refusal is said in the language of the screen', () => {
  const refused = answered(stale({ expected: 1, found: 2 }))
  expect(readRefusal(refused)).toMatchObject({
    kind: 'conflict',
    code: 'record.stale',
    nextStep: expect.stringContaining('刷新'),
  })
  setLocale('en')
  expect(readRefusal(refused).sentence).toBe(stale({ expected: 1, found: 2 }).sentence.en)
})

test('[WE3] each kind of refusal tells the next step', () => {
  const steps = [stale({ expected: 1, found: 2 }), denied({ action: 'share', subject: 'Case' })].map(
    (refusal) => readRefusal(answered(refusal)).nextStep,
  )
  expect(new Set(steps).size).toBe(2)
})

test('[WE3] a session that ended is recognised before its refusal', () => {
  expect(readRefusal({ data: { code: 'UNAUTHORIZED', refusal: answered(unseen()).data.refusal } }).kind).toBe(
    'signed-out',
  )
})

test('[WE3] a fault of the server shows none of its inside', () => {
  const read = readRefusal({
    message: 'relation "clues" does not exist',
    data: { code: 'INTERNAL_SERVER_ERROR', refusal: null },
  })
  expect(read.kind).toBe('fault')
  expect(JSON.stringify(read)).not.toContain('relation')
})

test('[WE3] no answer at all is called unreachable', () => {
  expect(readRefusal(new TypeError('fetch failed')).kind).toBe('unreachable')
})

test.each([
  ['the line is down', new TypeError('fetch failed'), true],
  ['the server failed', { data: { code: 'INTERNAL_SERVER_ERROR', refusal: null } }, true],
  ['the session has ended', { data: { code: 'UNAUTHORIZED' } }, true],
  ['the right is gone', answered(unseen()), false],
])('[WE14] what was loaded stays on the screen when %s: %s', (_, error, stays) => {
  expect(staysShown(error)).toBe(stays)
})

test('[WE17] only what was open on the page is called no longer open', () => {
  expect(lostSince(answered(unseen()), true)).toBe(true)
  expect(lostSince(answered(unseen()), false)).toBe(false)
  expect(lostSince(answered(denied({ action: 'share', subject: 'Case' })), true)).toBe(false)
})

test('[WE4] an address that leads nowhere says what a withheld record says', () => {
  expect(unseenWords()).toBe(readRefusal(answered(unseen())).sentence)
})
