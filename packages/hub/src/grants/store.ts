import type { Tx } from '@lianban/db'
import { type GrantId, unseen } from '@lianban/kernel'
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { circlesOf } from '../circles/index.ts'
import { underDuty } from '../duty.ts'
import { lock } from '../lock.ts'
import { unlessTaken } from '../unless-taken.ts'
import { type Grant, type GrantRow, type RecordKind, recalled } from './grant.ts'
import { alreadyOpen, alreadyProposed } from './refusals.ts'
import { grants } from './table.ts'

/** Every grant on the records, recalled ones too, in the order they were given. */
export async function grantsOn(
  tx: Tx,
  kind: RecordKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Grant[]>> {
  const found = new Map<string, Grant[]>(ids.map((id) => [id, []]))
  const rows = ids.length
    ? await tx
        .select()
        .from(grants)
        .where(and(eq(grants.recordKind, kind), inArray(grants.recordId, [...ids])))
        .orderBy(asc(grants.givenAt), asc(grants.id))
    : []
  for (const row of rows) found.get(row.recordId)?.push(row)
  return found
}

export async function lockGrant(tx: Tx, id: GrantId): Promise<GrantRow> {
  await lock(tx, 'Grant', id)
  return findGrant(tx, id)
}

export async function findGrant(tx: Tx, id: GrantId): Promise<GrantRow> {
  const [row] = await withCircles(tx, await tx.select().from(grants).where(eq(grants.id, id)))
  if (!row) throw unseen()
  return row
}

/** The grants, each with those of its owner who may know of the record. */
export async function withCircles<Given extends Grant>(
  tx: Tx,
  rows: readonly Given[],
): Promise<(Given & Pick<GrantRow, 'circle'>)[]> {
  const circles = await circlesOf(
    tx,
    rows.map((row) => row.recordId),
  )
  return rows.map((row) => ({ ...row, circle: circles.get(row.recordId)! }))
}

export async function insertGrant(
  tx: Tx,
  { showsClues: _shows, granteeId: _whose, proposedBy: _who, ...grant }: Grant,
): Promise<void> {
  await unlessTaken(
    'grants_one_proposed',
    alreadyProposed,
    unlessTaken('grants_one_live', alreadyOpen, tx.insert(grants).values(grant)),
  )
}

export async function saveGrant(tx: Tx, grant: Grant): Promise<void> {
  const { state, recalledBy, recalledAt, recallReason, approvedBy, approvedAt, declinedBy, declinedAt } = grant
  const { declineReason, extensionUntil, extensionBy, extensionAt, expiresAt, notedAt, version } = grant
  const decisions = {
    recalledBy,
    recalledAt,
    recallReason,
    approvedBy,
    approvedAt,
    declinedBy,
    declinedAt,
    declineReason,
  }
  const terms = { extensionUntil, extensionBy, extensionAt, expiresAt, notedAt, version }
  await unlessTaken(
    'grants_one_live',
    alreadyOpen,
    tx
      .update(grants)
      .set({ state, ...decisions, ...terms })
      .where(eq(grants.id, grant.id)),
  )
}

export const grantsWhere = async (tx: Tx, filter: SQL | undefined): Promise<GrantRow[]> =>
  withCircles(
    tx,
    await tx.select().from(grants).where(filter).orderBy(asc(grants.expiresAt), asc(grants.id)).limit(200),
  )

/** Takes a grant back, and everything that was passed on under it: a child is never wider than its parent. */
export async function closeGrant(tx: Tx, grant: Grant, by: Parameters<typeof recalled>[1]): Promise<void> {
  await saveGrant(tx, recalled(grant, by))
  // Whoever passed a record on need not see, nor be allowed to change, what was passed on from there.
  await underDuty(tx, 'sharing', () => closeChildren(tx, [grant.id], by))
}

async function closeChildren(tx: Tx, parents: readonly GrantId[], by: Parameters<typeof recalled>[1]): Promise<void> {
  if (!parents.length) return
  const open = await tx
    .select()
    .from(grants)
    .where(and(inArray(grants.parentGrantId, [...parents]), inArray(grants.state, ['live', 'proposed'])))
  for (const child of open) await saveGrant(tx, recalled(child, by))
  await closeChildren(
    tx,
    open.map((child) => child.id),
    by,
  )
}
