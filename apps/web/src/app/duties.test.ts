import { expect, test } from 'vitest'
import type { Me } from './api-types.ts'
import { mayOpenCases, mayRecordClues, worksOnCases } from './duties.ts'

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
