import type { Role } from '@lianban/identity'
import type { AgencyId, OfficerChangeId, OfficerId } from '@lianban/kernel'
import { administrators } from '../agencies/index.ts'

type ChangeKind = 'entry' | 'roles' | 'suspension' | 'reinstatement'
type ChangeState = 'proposed' | 'approved' | 'declined' | 'withdrawn'

/** What one office wants to change about officers; nothing of it holds until another office has approved it. */
export type OfficerChange = {
  readonly id: OfficerChangeId
  readonly operatorId: AgencyId
  readonly agencyId: AgencyId
  readonly kind: ChangeKind
  /** The officer whom it concerns; entries concern the agency. */
  readonly concernsId: OfficerId | AgencyId
  readonly officerVersion: number | null
  readonly touchesOffice: boolean
  readonly lines: readonly Line[]
  readonly reason: string
  readonly proposedBy: OfficerId
  readonly proposedAt: Date
  readonly state: ChangeState
  readonly decidedBy: OfficerId | null
  readonly decidedAt: Date | null
  readonly note: string | null
}

/** One officer as he or she would be, with the roles held until then. */
export type Line = {
  readonly officerId: OfficerId
  readonly subject: string
  readonly postZh: string
  readonly postEn: string
  readonly roles: readonly Role[]
  readonly formerRoles: readonly Role[]
}

/** Whether an administrator gains or loses something: that is for the operator's own administrators alone. */
export const touchesOffice = (lines: readonly Line[]): boolean =>
  lines.some(({ roles, formerRoles }) => [...roles, ...formerRoles].some((role) => administrators.includes(role)))

/** The roles in question, each once, as the log has them. */
export const rolesIn = (lines: readonly Line[]): string => [...new Set(lines.flatMap(({ roles }) => roles))].join()
