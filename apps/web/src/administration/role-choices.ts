import type { Choice } from '@lianban/ui'
import type { AgencyCard, Me, Role } from '../app/api-types.ts'
import { word } from '../app/enums.ts'

const casework: readonly Role[] = ['intake', 'handler', 'leader', 'duty_officer', 'procurator', 'custodian', 'auditor']
const offices: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin']

/** Roles to offer for officers of an agency: its own administrator proposes no administrator, and the three offices are the operator's. */
export function roleChoices({ officer }: Me, agency: Pick<AgencyCard, 'kind'> | undefined): Choice[] {
  const administering = agency?.kind === 'operator' ? offices : (['agency_admin'] as const)
  const offered = agency && officer.roles.includes('system_admin') ? [...casework, ...administering] : casework
  return offered.map((role) => ({ value: role, label: word('role', role) }))
}
