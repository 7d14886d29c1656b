import type { Tx } from '@lianban/db'
import { type LegalHoldId, unseen } from '@lianban/kernel'
import { desc, eq, type SQL } from 'drizzle-orm'
import { circlesOf } from '../circles/index.ts'
import { lock } from '../lock.ts'
import { unlessTaken } from '../unless-taken.ts'
import type { LegalHold, LegalHoldRow, Lift } from './hold.ts'
import { alreadyLifted } from './refusals.ts'
import { legalHoldLifts, legalHolds } from './table.ts'

/** Waits for its turn at what is held: nobody lays a hold while salts are being destroyed, nor the other way round. */
export const lockKeeping = (tx: Tx): Promise<void> => lock(tx, 'Keeping', 'salts')

export async function findHold(tx: Tx, id: LegalHoldId): Promise<LegalHoldRow> {
  const [hold] = await withCircle(tx, await tx.select().from(legalHolds).where(eq(legalHolds.id, id)))
  if (!hold) throw unseen()
  return hold
}

/** The newest first, each with what lifted it. */
export async function holdsWhere(tx: Tx, filter: SQL | undefined) {
  const rows = await tx
    .select({ hold: legalHolds, lift: legalHoldLifts })
    .from(legalHolds)
    .leftJoin(legalHoldLifts, eq(legalHoldLifts.holdId, legalHolds.id))
    .where(filter)
    .orderBy(desc(legalHolds.laidAt), desc(legalHolds.id))
  const holds = await withCircle(
    tx,
    rows.map(({ hold }) => hold),
  )
  return rows.map(({ lift }, i) => ({ hold: holds[i]!, lift }))
}

export async function insertHold(tx: Tx, { circle: _, ...hold }: LegalHoldRow): Promise<void> {
  await tx.insert(legalHolds).values(hold)
}

export const insertLift = (tx: Tx, lift: Lift): Promise<unknown> =>
  unlessTaken('legal_hold_lifts_pkey', alreadyLifted, tx.insert(legalHoldLifts).values(lift))

async function withCircle(tx: Tx, rows: readonly LegalHold[]): Promise<LegalHoldRow[]> {
  const circles = await circlesOf(
    tx,
    rows.map(({ rootId }) => rootId),
  )
  return rows.map((row) => ({ ...row, circle: circles.get(row.rootId) ?? [] }))
}
