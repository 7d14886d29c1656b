import { expect, test } from 'vitest'
import { isExpected, ladder, needsNote, notePart, type Receipt, turnsAway } from './ladder.ts'

const digest = 'a'.repeat(64)
const aReceipt = (rung: Receipt<string>['rung'], at: string, packageDigest = digest): Receipt<string> => ({
  rung,
  version: Number(at.slice(8, 10)),
  officer: '北京环食药·承办民警',
  at,
  packageDigest,
  note: '',
})
const aHandoff = { packageDigest: digest, preparedAt: '2025-06-01T01:00:00.000Z', preparedBy: '北京烟草·承办员' }

test('[WE130] the ladder shows what is given and what is still awaited', () => {
  const rungs = ladder({
    ...aHandoff,
    state: 'dispatched',
    receipts: [aReceipt('dispatched', '2025-06-01T02:00:00.000Z')],
  })
  expect(rungs[0]).toMatchObject({ kind: 'prepared', officer: '北京烟草·承办员' })
  expect(rungs.map((rung) => `${rung.rung} ${rung.kind}`)).toEqual([
    'prepared prepared',
    'dispatched given',
    'signed_for awaited',
    'accepted awaited',
  ])
})

test('[WE130] a returned package awaits nothing more', () => {
  const receipts = [
    aReceipt('returned', '2025-06-03T02:00:00.000Z'),
    aReceipt('dispatched', '2025-06-01T02:00:00.000Z'),
  ]
  expect(ladder({ ...aHandoff, state: 'returned', receipts }).map((rung) => rung.rung)).toEqual([
    'prepared',
    'dispatched',
    'returned',
  ])
})

test('[WE131] a receipt over another digest is marked as not the same package', () => {
  const receipts = [
    aReceipt('dispatched', '2025-06-01T02:00:00.000Z', 'b'.repeat(64)),
    aReceipt('signed_for', '2025-06-02T02:00:00.000Z'),
  ]
  const given = ladder({ ...aHandoff, state: 'signed_for', receipts }).filter((rung) => rung.kind === 'given')
  expect(given.map((rung) => rung.sameDigest)).toEqual([false, true])
})

test('[WE132] the step that comes next is the expected one, unless it ends the handoff', () => {
  const open = [{ deed: 'accept' }, { deed: 'return' }]
  expect(open.map((step) => isExpected(open, step))).toEqual([true, false])
  const last = [{ deed: 'cancel' }]
  expect(isExpected(last, last[0]!)).toBe(false)
})

test('[WE132] turning away, taking back and judging need an explanation', () => {
  const deeds = [
    'dispatch',
    'sign',
    'accept',
    'acceptInPart',
    'return',
    'forward',
    'cancel',
    'act',
    'answer',
    'oversee',
  ]
  expect(deeds.filter((deed) => needsNote({ deed, asksNote: false }))).toEqual([
    'acceptInPart',
    'return',
    'forward',
    'cancel',
    'oversee',
  ])
  expect(needsNote({ deed: 'act', asksNote: true })).toBe(true)
})

test('[WE132] what turns a handoff away asks for the reason in red, and what was done for an account of it', () => {
  const step = (deed: string, asksNote = false) => ({ deed, asksNote })
  expect(['return', 'cancel', 'forward', 'act', 'sign'].map((deed) => turnsAway(step(deed)))).toEqual([
    ...[true, true, true],
    ...[false, false],
  ])
  expect(notePart(step('return'))).toBe('note.required')
  expect(notePart(step('act', true))).toBe('note.account')
  expect(notePart(step('act'))).toBe('note.optional')
})
