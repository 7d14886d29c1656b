import type { Tx } from '@lianban/db'
import { closedToLabel, findAgreement } from '../agreements/index.ts'
import { underDuty } from '../duty.ts'
import type { Grant } from '../grants/index.ts'
import { findTaskForce } from '../seats/index.ts'
import type { SharedRecord } from './record.ts'

/** How long a grant could last: the end that is offered, as long again as it was given for, and the latest there is. */
export type LongerEnd = { readonly offered: Date; readonly latest: Date }

/** Nothing where agreement, task force or the grant it hangs on end no later than the grant does. */
export async function longerEnd(
  tx: Tx,
  grant: Grant,
  { row }: SharedRecord,
  now: Date,
): Promise<LongerEnd | undefined> {
  const { agreementId, taskForceId, parentGrantId, expiresAt, givenAt } = grant
  // The owner need not be party to what carries a grant that was passed on, nor sit in the task force.
  const [agreement, force] = await underDuty(tx, 'sharing', async () => [
    await findAgreement(tx, agreementId),
    taskForceId ? await findTaskForce(tx, taskForceId) : undefined,
  ])
  if (!agreement || closedToLabel(agreement, row.label, now)) return undefined
  const parent = row.grants.find(({ id }) => id === parentGrantId)
  const latest = earliest([agreement.validUntil, force?.until, parent?.expiresAt])
  if (latest <= expiresAt) return undefined
  const again = new Date(2 * expiresAt.getTime() - givenAt.getTime())
  return { offered: earliest([again, latest]), latest }
}

const earliest = (ends: readonly (Date | undefined)[]): Date =>
  new Date(Math.min(...ends.flatMap((end) => end?.getTime() ?? [])))
