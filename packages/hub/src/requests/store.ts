import type { Tx } from '@lianban/db'
import { type AccessRequestId, unseen } from '@lianban/kernel'
import { and, asc, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { lock } from '../lock.ts'
import { after, rowsToFetch } from '../page.ts'
import type { AccessRequest, RequestRow, Target } from './request.ts'
import { accessRequests, requestTargets } from './table.ts'

/** Writes the request down and tells the owner of the record, if there is one; the same statements if there is none. */
export async function insertRequest(tx: Tx, request: AccessRequest): Promise<void> {
  await tx.insert(accessRequests).values(request)
  await tx.execute(sql`select address_request(${request.id})`)
}

export async function lockRequest(tx: Tx, id: AccessRequestId): Promise<RequestRow> {
  await lock(tx, 'AccessRequest', id)
  return findRequest(tx, id)
}

export async function findRequest(tx: Tx, id: AccessRequestId): Promise<RequestRow> {
  const rows = await tx.select().from(accessRequests).where(eq(accessRequests.id, id))
  const [row] = await withTargets(tx, rows)
  if (!row) throw unseen()
  return row
}

export async function requestsWhere(tx: Tx, filter: SQL | undefined): Promise<RequestRow[]> {
  return withTargets(tx, await tx.select().from(accessRequests).where(filter))
}

export async function pageOfRequests(
  tx: Tx,
  filter: SQL | undefined,
  input: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<RequestRow[]> {
  const rows = await tx
    .select()
    .from(accessRequests)
    .where(and(filter, after(input.cursor, accessRequests.askedAt, accessRequests.id)))
    .orderBy(desc(accessRequests.askedAt), desc(accessRequests.id))
    .limit(rowsToFetch(input))
  return withTargets(tx, rows)
}

/** What the same officer asks again while the first request still waits. */
export async function sameWaiting(tx: Tx, request: AccessRequest, now: Date): Promise<AccessRequest | undefined> {
  const { recordKind, recordId, sectionPosition, hitQueryId, hitAgencyId } = request
  const about =
    recordKind && recordId
      ? and(
          eq(accessRequests.recordKind, recordKind),
          eq(accessRequests.recordId, recordId),
          sql`${accessRequests.sectionPosition} is not distinct from ${sectionPosition}`,
        )
      : and(eq(accessRequests.hitQueryId, hitQueryId!), eq(accessRequests.hitAgencyId, hitAgencyId!))
  const [row] = await tx
    .select()
    .from(accessRequests)
    .where(
      and(
        eq(accessRequests.officerId, request.officerId),
        about,
        eq(accessRequests.state, 'waiting'),
        gt(accessRequests.lapsesAt, now),
      ),
    )
    .limit(1)
  return row
}

/** When the next request of the officer is open; nothing when it is now. */
export async function openAgain(
  tx: Tx,
  { officerId, askedAt }: Pick<AccessRequest, 'officerId' | 'askedAt'>,
  most: number,
): Promise<Date | undefined> {
  const day = 24 * 3600_000
  const [oldest] = await tx
    .select({ at: accessRequests.askedAt })
    .from(accessRequests)
    .where(and(eq(accessRequests.officerId, officerId), gt(accessRequests.askedAt, new Date(askedAt.getTime() - day))))
    .orderBy(desc(accessRequests.askedAt))
    .offset(most - 1)
    .limit(1)
  return oldest && new Date(oldest.at.getTime() + day)
}

/** Saves what became of a request. */
export async function settle(
  tx: Tx,
  request: AccessRequest,
  outcome: Pick<AccessRequest, 'state' | 'decidedBy' | 'decidedAt' | 'declineReason' | 'grantId'>,
): Promise<void> {
  await tx
    .update(accessRequests)
    .set({ ...outcome, version: request.version + 1 })
    .where(eq(accessRequests.id, request.id))
}

async function withTargets(tx: Tx, rows: readonly AccessRequest[]): Promise<RequestRow[]> {
  const targets = rows.length
    ? await tx
        .select()
        .from(requestTargets)
        .where(
          inArray(
            requestTargets.requestId,
            rows.map((row) => row.id),
          ),
        )
        .orderBy(asc(requestTargets.recordId))
    : []
  return rows.map((row) => ({
    ...row,
    targets: targets
      .filter((target) => target.requestId === row.id)
      .map(({ requestId: _, ...target }): Target => target),
  }))
}
