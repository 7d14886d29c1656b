import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { and, desc, eq, gt, type SQL } from 'drizzle-orm'
import type { Limits } from '../limits.ts'
import { lock } from '../lock.ts'
import { tooMany } from './refusals.ts'
import { hitQueries } from './table.ts'

const hour = 3600_000

/** Refuses a question too many, of the officer or of the agency. Questions of one agency take turns, so none is missed. */
export async function spendHit(tx: Tx, officer: SignedIn['officer'], now: Date, limits: Limits): Promise<void> {
  await lock(tx, 'HitLimit', officer.agencyId)
  const own = await openAgain(tx, eq(hitQueries.officerId, officer.id), limits.hitsPerOfficerHour, hour, now)
  if (own) throw tooMany('officer', own)
  const all = await openAgain(tx, eq(hitQueries.agencyId, officer.agencyId), limits.hitsPerAgencyDay, 24 * hour, now)
  if (all) throw tooMany('agency', all)
}

/** When the next question is open; nothing when it is now: the oldest of the last few must have left the window. */
async function openAgain(tx: Tx, whose: SQL, most: number, windowMs: number, now: Date): Promise<Date | undefined> {
  const [oldest] = await tx
    .select({ at: hitQueries.askedAt })
    .from(hitQueries)
    .where(and(whose, gt(hitQueries.askedAt, new Date(now.getTime() - windowMs))))
    .orderBy(desc(hitQueries.askedAt))
    .offset(most - 1)
    .limit(1)
  return oldest && new Date(oldest.at.getTime() + windowMs)
}
