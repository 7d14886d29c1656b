import type { Grant } from '../grants/index.ts'

import { daysAfter, type Periods } from '../measures/index.ts'

/** Why a grant deserves a look before it is due. */
export type Concern = 'overdue' | 'never-opened' | 'not-opened-lately' | 'grantee-suspended'

export const dueAt = (grant: Pick<Grant, 'givenAt' | 'reviewedAt'>, { reviewGrant }: Periods): Date =>
  daysAfter(grant.reviewedAt ?? grant.givenAt, reviewGrant)

/** What stands against a live grant today; a grant younger than the days asked for had no time to lie idle. */
export function concernsOf(
  grant: Pick<Grant, 'givenAt' | 'reviewedAt'>,
  use: { readonly lastOpenedAt: Date | null; readonly isSuspended: boolean; readonly idleDays: number },
  { now, periods }: { readonly now: Date; readonly periods: Periods },
): Concern[] {
  const since = daysAfter(now, -use.idleDays)
  const concerns: Concern[] = []
  if (use.isSuspended) concerns.push('grantee-suspended')
  if (dueAt(grant, periods) <= now) concerns.push('overdue')
  if (grant.givenAt <= since && !use.lastOpenedAt) concerns.push('never-opened')
  if (use.lastOpenedAt && use.lastOpenedAt <= since) concerns.push('not-opened-lately')
  return concerns
}
