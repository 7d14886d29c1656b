import type { Database, Tx } from '@lianban/db'
import type { AgencyId, Clock, ClueId, IdentifierKind } from '@lianban/kernel'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { BlindKey } from './blind-key.ts'
import { identifierDigests } from './table.ts'

type Identified = {
  readonly id: ClueId
  readonly ownerAgencyId: AgencyId
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[]
}

/** Keeps the digests of what a clue names now, and no others; called by every command that writes its identifiers. */
export async function keepDigests(tx: Tx, key: BlindKey, clue: Identified): Promise<void> {
  await tx
    .delete(identifierDigests)
    .where(and(eq(identifierDigests.recordKind, 'Clue'), eq(identifierDigests.recordId, clue.id)))
  await insertDigests(tx, key, [clue])
}

async function insertDigests(tx: Tx, key: BlindKey, clues: readonly Identified[]): Promise<void> {
  const rows = clues.flatMap(({ id, ownerAgencyId, identifiers }) =>
    identifiers.map(({ kind, value }) => ({
      keyId: key.id,
      digest: key.digestOf(kind, value),
      identifierKind: kind,
      recordKind: 'Clue' as const,
      recordId: id,
      ownerAgencyId,
    })),
  )
  if (rows.length) await tx.insert(identifierDigests).values(rows).onConflictDoNothing()
}

const batch = 500

/** Digests every clue that has none under this key: those of before the key, or of before there were digests at all. */
export async function digestMissing(db: Database, clock: Clock, key: BlindKey): Promise<number> {
  let digested = 0
  for (;;) {
    const found = await db.transaction({ duty: 'digests' }, clock.now(), async (tx) => {
      const { rows } = await tx.execute<{
        id: ClueId
        owner_agency_id: AgencyId
        identifiers: Identified['identifiers']
      }>(sql`select * from undigested_clues(${key.id}, ${batch})`)
      await insertDigests(
        tx,
        key,
        rows.map((row) => ({ id: row.id, ownerAgencyId: row.owner_agency_id, identifiers: row.identifiers })),
      )
      return rows.length
    })
    digested += found
    if (found < batch) return digested
  }
}

/** Forgets what was digested under other keys; done once every process has the new key. */
export async function dropOtherDigests(db: Database, clock: Clock, key: BlindKey): Promise<number> {
  return db.transaction({ duty: 'digests' }, clock.now(), async (tx) => {
    const { rowCount } = await tx.delete(identifierDigests).where(ne(identifierDigests.keyId, key.id))
    return rowCount ?? 0
  })
}
