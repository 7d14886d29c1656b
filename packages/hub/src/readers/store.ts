import type { Tx } from '@lianban/db'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { asc, inArray } from 'drizzle-orm'
import type { RecordKind } from '../grants/index.ts'
import { recordReaders } from './table.ts'

/** An officer who may know of a restricted record. */
export type Knowing = { readonly officerId: OfficerId }

export async function readersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Knowing[]>> {
  const found = new Map<string, Knowing[]>(ids.map((id) => [id, []]))
  const rows = ids.length
    ? await tx
        .select({ recordId: recordReaders.recordId, officerId: recordReaders.officerId })
        .from(recordReaders)
        .where(inArray(recordReaders.recordId, [...ids]))
        .orderBy(asc(recordReaders.addedAt), asc(recordReaders.officerId))
    : []
  for (const { recordId, officerId } of rows) found.get(recordId)?.push({ officerId })
  return found
}

type Entered = {
  readonly kind: RecordKind
  readonly id: string
  readonly at: Date
  readonly agencyId: AgencyId
}

/** Enters who may know of a record; whoever enters them comes first, so that the wall knows the first reader. */
export async function addReaders(
  tx: Tx,
  record: Entered,
  officerIds: readonly OfficerId[],
  by: { officerId: OfficerId; at: Date },
): Promise<void> {
  const first = officerIds.filter((id) => id === by.officerId)
  const others = officerIds.filter((id) => id !== by.officerId)
  for (const officerId of [...first, ...others])
    await tx
      .insert(recordReaders)
      .values({
        recordKind: record.kind,
        recordId: record.id,
        recordAt: record.at,
        officerId,
        agencyId: record.agencyId,
        addedBy: by.officerId,
        addedAt: by.at,
      })
      .onConflictDoNothing()
}
