import type { Tx } from '@lianban/db'
import type { CaseId, EvidenceId } from '@lianban/kernel'
import { asc, eq, inArray, type SQL } from 'drizzle-orm'
import { goodsLines, goodsStrikes } from './table.ts'

export const linesInOrder = (tx: Tx, wanted: SQL) =>
  tx.select().from(goodsLines).where(wanted).orderBy(asc(goodsLines.itemId), asc(goodsLines.nth))

export const linesOfItem = (tx: Tx, itemId: EvidenceId) => linesInOrder(tx, eq(goodsLines.itemId, itemId))

export async function strikesOf(tx: Tx, ids: readonly string[]) {
  const rows = ids.length
    ? await tx
        .select()
        .from(goodsStrikes)
        .where(inArray(goodsStrikes.lineId, [...ids]))
    : []
  return new Map(rows.map((row) => [row.lineId, row]))
}

/** The carton codes of a case that stand on lines which count. */
export async function codesOfCase(tx: Tx, caseId: CaseId): Promise<ReadonlySet<string>> {
  const rows = await tx.select().from(goodsLines).where(eq(goodsLines.caseId, caseId))
  const struck = await strikesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return new Set(rows.filter(({ id }) => !struck.has(id)).flatMap(({ codes }) => codes.map(({ code }) => code)))
}
