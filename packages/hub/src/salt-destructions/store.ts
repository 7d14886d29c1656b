import type { Tx } from '@lianban/db'
import { type SaltDestructionId, unseen } from '@lianban/kernel'
import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { underDuty } from '../duty.ts'
import { unlessTaken } from '../unless-taken.ts'
import type { Cover, DestructionDecision, SaltDestruction } from './destruction.ts'
import { alreadyDecided } from './refusals.ts'
import { destructionDecisions, saltDestructions } from './table.ts'

export async function findDestruction(tx: Tx, id: SaltDestructionId): Promise<SaltDestruction> {
  const [found] = await tx.select().from(saltDestructions).where(eq(saltDestructions.id, id))
  if (!found) throw unseen()
  return found
}

/** The newest first, each with what was decided. */
export const destructionsWhere = (tx: Tx, filter: SQL | undefined, limit: number) =>
  tx
    .select({ destruction: saltDestructions, decision: destructionDecisions })
    .from(saltDestructions)
    .leftJoin(destructionDecisions, eq(destructionDecisions.destructionId, saltDestructions.id))
    .where(filter)
    .orderBy(desc(saltDestructions.proposedAt), desc(saltDestructions.id))
    .limit(limit)

export async function insertDestruction(tx: Tx, destruction: SaltDestruction): Promise<void> {
  await tx.insert(saltDestructions).values(destruction)
}

export const insertDecision = (tx: Tx, decision: DestructionDecision): Promise<unknown> =>
  unlessTaken('salt_destruction_decisions_pkey', alreadyDecided, tx.insert(destructionDecisions).values(decision))

/** The salts of one act that still stand: how many, how many no longer have to be kept, and how many of those a hold keeps. */
export type Standing = {
  readonly act: string
  readonly salts: number
  readonly oldest: Date
  readonly newest: Date
  readonly due: number
  readonly held: number
}

type Counted = Record<'act' | 'salts' | 'oldest' | 'newest' | 'due' | 'held', string>

export async function saltsStanding(tx: Tx, covers: readonly Cover[], recordId: string | null): Promise<Standing[]> {
  const { rows } = await underDuty(tx, 'keeping', () =>
    tx.execute<Counted>(sql`select * from salts_standing(${JSON.stringify(covers)}::jsonb, ${recordId}::uuid)`),
  )
  return rows.map(({ act, ...counted }) => ({
    act,
    salts: Number(counted.salts),
    oldest: new Date(Number(counted.oldest)),
    newest: new Date(Number(counted.newest)),
    due: Number(counted.due),
    held: Number(counted.held),
  }))
}

/** Destroys what an approved proposal covers; answers how many salts are gone. */
export async function destroySalts(tx: Tx, id: SaltDestructionId): Promise<number> {
  const { rows } = await underDuty(tx, 'keeping', () =>
    tx.execute<{ destroyed: number }>(sql`select destroy_salts(${id}::uuid) as destroyed`),
  )
  return rows[0]!.destroyed
}
