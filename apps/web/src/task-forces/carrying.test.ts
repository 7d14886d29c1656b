import { expect, test } from 'vitest'
import { carrying } from './carrying.ts'

const now = new Date('2026-03-02T08:00:00Z')
const anAgreement = (changes: object = {}) => ({
  title: '协议',
  state: 'in_force',
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2026-12-31T00:00:00Z',
  parties: [{ agency: { id: 'police' }, signedAt: '2026-01-01T00:00:00Z' }],
  ...changes,
})

test('[WE212] a seat is carried by the agreement in force with its agency that lasts longest', () => {
  const short = anAgreement({ validUntil: '2026-04-01T00:00:00Z' })
  const long = anAgreement()
  expect(carrying([short, long], 'police', now)).toBe(long)
  expect(carrying([short, long], 'customs', now)).toBeUndefined()
})

test.each([
  ['is not signed by all', { state: 'proposed' }],
  ['begins later', { validFrom: '2026-03-02T08:00:00.001Z' }],
  ['ends this very instant', { validUntil: '2026-03-02T08:00:00Z' }],
  ['the agency has not signed', { parties: [{ agency: { id: 'police' }, signedAt: null }] }],
])('[WE212] an agreement that %s carries no seat', (_, changes) => {
  expect(carrying([anAgreement(changes)], 'police', now)).toBeUndefined()
})
