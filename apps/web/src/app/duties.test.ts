import { expect, test } from 'vitest'
import type { Me } from './api-types.ts'
import {
  auditsAdministration,
  keepsRules,
  mayOpenCases,
  mayRecordClues,
  proposesOfficers,
  readsRegister,
  reviewsGrants,
  worksOnCases,
} from './duties.ts'

const withRoles = (...roles: string[]) => ({ officer: { roles } }) as unknown as Me

test.each([
  ['system_admin', false],
  ['security_admin', false],
  ['audit_admin', false],
  ['agency_admin', false],
  ['handler', true],
  ['auditor', true],
  ['procurator', true],
])('[WE16] an officer who is only %s is offered casework: %s', (role, offered) => {
  expect(worksOnCases(withRoles(role))).toBe(offered)
})

test('[WE16] handlers and leaders are offered to open a case, intake officers to record a clue', () => {
  const offered = ['intake', 'handler', 'leader', 'auditor'].map((role) => [
    role,
    mayRecordClues(withRoles(role)),
    mayOpenCases(withRoles(role)),
  ])
  expect(offered).toEqual([
    ['intake', true, false],
    ['handler', true, true],
    ['leader', false, true],
    ['auditor', false, false],
  ])
})

test('[WE283] each administrator is offered what the office is for, and a leader the own officers', () => {
  const offered = ['system_admin', 'security_admin', 'audit_admin', 'agency_admin', 'leader', 'handler'].map((role) => {
    const me = withRoles(role)
    return [role, readsRegister(me), proposesOfficers(me), keepsRules(me), auditsAdministration(me), reviewsGrants(me)]
  })
  expect(offered).toEqual([
    ['system_admin', true, true, true, false, false],
    ['security_admin', true, false, true, false, false],
    ['audit_admin', true, false, true, true, false],
    ['agency_admin', true, true, false, false, false],
    ['leader', true, false, false, false, true],
    ['handler', false, false, false, false, false],
  ])
})
