import type { AgencyId, OfficerId } from '@lianban/kernel'
import { type Level, levels } from '../classification.ts'

export const standings = ['owner', 'lead', ...levels] as const
export type Part = (typeof standings)[number]

const stages = ['investigating', 'transferred', 'closed'] as const
export type StageOfCase = (typeof stages)[number]

/** 在案身份: who stands in a case as what and until when. What hangs on a case is decided by it alone. */
export type Standing = {
  readonly agencyId: AgencyId
  /** The whole agency, or one officer of it. */
  readonly memberId: AgencyId | OfficerId
  readonly part: Part
  readonly until: Date
  readonly stage: StageOfCase
}

type InCase = {
  readonly ownerAgencyId: AgencyId
  readonly leadAgencyId: AgencyId
  readonly isRestricted: boolean
  readonly stage: StageOfCase
  readonly readers: readonly { readonly officerId: OfficerId }[]
  readonly grants: readonly {
    readonly granteeAgencyId: AgencyId
    readonly granteeId: AgencyId | OfficerId
    readonly level: Level
    readonly state: string
    readonly expiresAt: Date
  }[]
}

/** What is not granted has no end. */
export const forever = new Date('9999-12-31T00:00:00Z')

/** The same as the relation asks the database. */
export function standingIn({ ownerAgencyId, leadAgencyId, isRestricted, stage, readers, grants }: InCase): Standing[] {
  const owner = { agencyId: ownerAgencyId, part: 'owner', until: forever, stage } as const
  const whole = (agencyId: AgencyId, part: Part): Standing[] =>
    isRestricted ? [] : [{ agencyId, memberId: agencyId, part, until: forever, stage }]
  return [
    ...whole(ownerAgencyId, 'owner'),
    ...whole(leadAgencyId, 'lead'),
    ...readers.map(({ officerId }) => ({ ...owner, memberId: officerId })),
    ...grants
      .filter(({ state }) => state === 'live')
      .map(({ granteeAgencyId, granteeId, level, expiresAt }) => ({
        agencyId: granteeAgencyId,
        memberId: granteeId,
        part: level,
        until: expiresAt,
        stage,
      })),
  ]
}
