import type { Grant } from '../grants/index.ts'

const day = 24 * 3600_000

/** Every live grant is confirmed or taken back once in this time by the leader of its owner. */
export const reviewDays = 180

/** Why a grant deserves a look before it is due. */
export type Concern = 'overdue' | 'never-opened' | 'not-opened-lately' | 'grantee-suspended'

export const dueAt = (grant: Pick<Grant, 'givenAt' | 'reviewedAt'>): Date =>
  new Date((grant.reviewedAt ?? grant.givenAt).getTime() + reviewDays * day)

/** What stands against a live grant today; a grant younger than the days asked for had no time to lie idle. */
export function concernsOf(
  grant: Pick<Grant, 'givenAt' | 'reviewedAt'>,
  use: { readonly lastOpenedAt: Date | null; readonly isSuspended: boolean; readonly idleDays: number },
  now: Date,
): Concern[] {
  const since = new Date(now.getTime() - use.idleDays * day)
  const concerns: Concern[] = []
  if (use.isSuspended) concerns.push('grantee-suspended')
  if (dueAt(grant) <= now) concerns.push('overdue')
  if (grant.givenAt <= since && !use.lastOpenedAt) concerns.push('never-opened')
  if (use.lastOpenedAt && use.lastOpenedAt <= since) concerns.push('not-opened-lately')
  return concerns
}
