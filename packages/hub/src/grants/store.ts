import type { Tx } from '@lianban/db'
import { type GrantId, unseen } from '@lianban/kernel'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { lock } from '../lock.ts'
import type { Grant, RecordKind } from './grant.ts'
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

export async function lockGrant(tx: Tx, id: GrantId): Promise<Grant> {
  await lock(tx, 'Grant', id)
  return findGrant(tx, id)
}

export async function findGrant(tx: Tx, id: GrantId): Promise<Grant> {
  const [row] = await tx.select().from(grants).where(eq(grants.id, id))
  if (!row) throw unseen()
  return row
}

export async function insertGrant(tx: Tx, { showsClues: _shows, granteeId: _whose, ...grant }: Grant): Promise<void> {
  await tx.insert(grants).values(grant)
}

export async function saveGrant(tx: Tx, grant: Grant): Promise<void> {
  const { state, recalledBy, recalledAt, recallReason, version } = grant
  await tx.update(grants).set({ state, recalledBy, recalledAt, recallReason, version }).where(eq(grants.id, grant.id))
}
