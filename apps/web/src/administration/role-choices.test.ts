import { expect, test } from 'vitest'
import type { Me } from '../app/api-types.ts'
import { roleChoices } from './role-choices.ts'

const withRole = (role: string) => ({ officer: { roles: [role] } }) as unknown as Me
const administrators = (role: string, kind: 'operator' | 'tobacco' | undefined) =>
  roleChoices(withRole(role), kind && { kind })
    .map(({ value }) => value)
    .filter((value) => value.endsWith('_admin'))

test('[WE284] administrators are offered to the system administrator only, each kind where it belongs', () => {
  expect(administrators('system_admin', 'operator')).toEqual(['system_admin', 'security_admin', 'audit_admin'])
  expect(administrators('system_admin', 'tobacco')).toEqual(['agency_admin'])
  expect(administrators('agency_admin', 'tobacco')).toEqual([])
  expect(administrators('system_admin', undefined)).toEqual([])
})
