import { expect, test } from 'vitest'
import { emptyForce, type ForceDraft, forceInput, forceProblems, isSameSeat, noSeat } from './force-draft.ts'

const aDraft = (changes: Partial<ForceDraft> = {}): ForceDraft => ({
  name: ' 五二一专案组 ',
  caseId: '',
  until: '2026-06-30',
  seats: [{ agencyId: 'police', officerId: '' }],
  next: noSeat,
  ...changes,
})

test('[WE210] a task force that lacks a name, an end or a seat says so, field by field', () => {
  expect(forceProblems(emptyForce, '2026-03-03')).toEqual({ name: 'required', until: 'required', seats: 'no-seat' })
  expect(forceProblems(aDraft(), '2026-03-03')).toEqual({})
  expect(forceProblems(aDraft({ name: '长'.repeat(61) }), '2026-03-03')).toEqual({ name: 'too-long' })
})

test('[WE210] a seat that was chosen and is not in the list is not silently left out', () => {
  const next = { agencyId: 'guilin', officerId: '' }
  expect(forceProblems(aDraft({ next }), '2026-03-03')).toEqual({ seats: 'not-added' })
})

test('[WE210] it ends tomorrow at the earliest, and its last day counts to the end in Beijing', () => {
  expect(forceProblems(aDraft({ until: '2026-03-02' }), '2026-03-03')).toEqual({ until: 'past' })
  expect(forceProblems(aDraft({ until: '2026-03-03' }), '2026-03-03')).toEqual({})
  expect(forceInput(aDraft()).until).toBe('2026-06-30T15:59:59.000Z')
})

test('[WE210] a seat names an officer only if it is one officer’s, and a case only if one was chosen', () => {
  const seats = [
    { agencyId: 'police', officerId: '' },
    { agencyId: 'guilin', officerId: 'handler' },
  ]
  expect(forceInput(aDraft({ seats }))).toEqual({
    name: '五二一专案组',
    until: '2026-06-30T15:59:59.000Z',
    seats: [{ agencyId: 'police' }, { agencyId: 'guilin', officerId: 'handler' }],
  })
  expect(forceInput(aDraft({ caseId: 'c' }))).toMatchObject({ caseId: 'c' })
})

test('[WE210] the seat of an agency and that of one of its officers are two', () => {
  const ofAgency = { agencyId: 'police', officerId: '' }
  expect(isSameSeat(ofAgency, { ...ofAgency })).toBe(true)
  expect(isSameSeat(ofAgency, { ...ofAgency, officerId: 'handler' })).toBe(false)
})
