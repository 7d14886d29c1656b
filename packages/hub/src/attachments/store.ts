import type { Tx } from '@lianban/db'
import type { CaseId, EvidenceId } from '@lianban/kernel'
import { and, asc, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm'
import type { Soundness } from '../hub.ts'
import type { Attachment } from './attachment.ts'
import { evidenceFileChecks, evidenceFileEnds, evidenceFiles } from './table.ts'

const attached = (tx: Tx, which: SQL): Promise<Attachment[]> =>
  tx
    .select()
    .from(evidenceFiles)
    .where(
      and(
        which,
        notExists(
          tx.select({ one: sql`1` }).from(evidenceFileEnds).where(eq(evidenceFileEnds.attachmentId, evidenceFiles.id)),
        ),
      ),
    )
    .orderBy(asc(evidenceFiles.attachedAt), asc(evidenceFiles.id))

/** The files of an item that count, in the order in which they were attached. */
export const attachmentsOf = (tx: Tx, itemId: EvidenceId): Promise<Attachment[]> =>
  attached(tx, eq(evidenceFiles.itemId, itemId))

export const attachmentsInCase = (tx: Tx, caseId: CaseId): Promise<Attachment[]> =>
  attached(tx, eq(evidenceFiles.caseId, caseId))

export type Compared = {
  readonly attachmentId: string
  readonly itemId: EvidenceId
  readonly found: Soundness
  readonly nth: number
  readonly comparedAt: Date
}

/** How the files of these items were found the last time that anybody compared them. */
export async function lastCompared(
  tx: Tx,
  itemIds: readonly EvidenceId[],
): Promise<ReadonlyMap<EvidenceId, Compared[]>> {
  const rows = itemIds.length
    ? await tx
        .selectDistinctOn([evidenceFileChecks.attachmentId])
        .from(evidenceFileChecks)
        .where(
          and(
            inArray(evidenceFileChecks.itemId, [...itemIds]),
            notExists(
              tx
                .select({ one: sql`1` })
                .from(evidenceFileEnds)
                .where(eq(evidenceFileEnds.attachmentId, evidenceFileChecks.attachmentId)),
            ),
          ),
        )
        .orderBy(
          asc(evidenceFileChecks.attachmentId),
          sql`${evidenceFileChecks.comparedAt} desc`,
          sql`${evidenceFileChecks.id} desc`,
        )
    : []
  return Map.groupBy(rows, ({ itemId }) => itemId)
}
