import type { AgencyId, CaseId, OfficerId, SeatId, TaskForceId } from '@lianban/kernel'
import type { Circle } from '../circles/index.ts'

export const seatStates = ['active', 'revoked'] as const
export const taskForceStates = ['active', 'dissolved'] as const

/** 专案组: agencies and officers who work together for a time, on one case or for a purpose of their own. */
export type TaskForce = {
  readonly id: TaskForceId
  readonly name: string
  readonly caseId: CaseId | undefined
  readonly leadAgencyId: AgencyId
  readonly formedBy: OfficerId
  readonly formedAt: Date
  readonly until: Date
  readonly state: (typeof taskForceStates)[number]
  readonly dissolvedBy: OfficerId | null
  readonly dissolvedAt: Date | null
  readonly dissolveReason: string | null
  readonly version: number
}

/** A seat of an officer, or of a whole agency. Revoked, never deleted. */
export type Seat = {
  readonly id: SeatId
  readonly taskForceId: TaskForceId
  readonly agencyId: AgencyId
  readonly officerId: OfficerId | null
  readonly memberId: AgencyId | OfficerId
  readonly state: (typeof seatStates)[number]
  readonly seatedBy: OfficerId
  readonly seatedAt: Date
  readonly revokedBy: OfficerId | null
  readonly revokedAt: Date | null
  readonly revokeReason: string | null
}

/** What the rules ask of a case: a seat in a task force of it. */
export type SeatOnCase = Pick<Seat, 'agencyId' | 'memberId' | 'state'> & { readonly until: Date }

/** A task force with what the rules ask about it. */
export type TaskForceRow = TaskForce & { readonly seats: readonly Seat[]; readonly circle: Circle }

export const isActive = (force: TaskForce, now: Date): boolean => force.state === 'active' && force.until > now

export const activeSeats = (force: TaskForceRow): Seat[] => force.seats.filter((seat) => seat.state === 'active')

export const newSeat = (
  at: Pick<Seat, 'id' | 'taskForceId' | 'agencyId' | 'seatedBy' | 'seatedAt'>,
  officerId: OfficerId | undefined,
): Seat => ({
  ...at,
  officerId: officerId ?? null,
  memberId: officerId ?? at.agencyId,
  state: 'active',
  revokedBy: null,
  revokedAt: null,
  revokeReason: null,
})
