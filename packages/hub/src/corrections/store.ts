import type { Tx } from '@lianban/db'
import { and, asc, eq } from 'drizzle-orm'
import type { RecordKind } from '../grants/index.ts'
import type { Correction } from './correction.ts'
import { corrections } from './table.ts'

/** The corrections of a record in the order they were made. */
export const correctionsOf = (tx: Tx, kind: RecordKind, id: string): Promise<Correction[]> =>
  tx
    .select()
    .from(corrections)
    .where(and(eq(corrections.recordKind, kind), eq(corrections.recordId, id)))
    .orderBy(asc(corrections.serial))

export async function insertCorrection(tx: Tx, correction: Correction): Promise<void> {
  await tx.insert(corrections).values(correction)
}
