import type { Tx } from '@lianban/db'
import type { CaseId, EvidenceId } from '@lianban/kernel'
import { and, asc, desc, eq, notExists, type SQL, sql } from 'drizzle-orm'
import { caseCharges, contradictionExplanations, factBindings, factUnbindings } from './table.ts'

/** The charges of a case as they were chosen last. */
export async function chargesOf(tx: Tx, caseId: CaseId) {
  const [last] = await tx
    .select()
    .from(caseCharges)
    .where(eq(caseCharges.caseId, caseId))
    .orderBy(desc(caseCharges.nth))
    .limit(1)
  return last
}

const bindings = (tx: Tx, which: SQL) =>
  tx
    .select({ binding: factBindings, explanation: contradictionExplanations })
    .from(factBindings)
    .leftJoin(contradictionExplanations, eq(contradictionExplanations.bindingId, factBindings.id))
    .where(
      and(
        which,
        notExists(tx.select({ one: sql`1` }).from(factUnbindings).where(eq(factUnbindings.bindingId, factBindings.id))),
      ),
    )
    .orderBy(asc(factBindings.boundAt), asc(factBindings.id))

/** What is bound in a case and was not taken off, in the order in which it was bound. */
export const bindingsInCase = (tx: Tx, caseId: CaseId) => bindings(tx, eq(factBindings.caseId, caseId))
export const bindingsOfItem = (tx: Tx, itemId: EvidenceId) => bindings(tx, eq(factBindings.itemId, itemId))

/** The original that each item goes back to: itself, or what it was copied or made from. */
export async function rootsIn(tx: Tx, caseId: CaseId): Promise<ReadonlyMap<EvidenceId, EvidenceId>> {
  const { rows } = await tx.execute<{ id: EvidenceId; root: EvidenceId }>(sql`
    with recursive made as (
      select id, id as root from evidence_items where case_id = ${caseId} and parent_id is null
      union all select e.id, made.root from evidence_items e join made on e.parent_id = made.id)
    select id, root from made where id in (select item_id from fact_bindings where case_id = ${caseId})`)
  return new Map(rows.map(({ id, root }) => [id, root]))
}

type Named = { readonly id: EvidenceId; readonly number: number; readonly name: string }

/** Every item of a case by number and name. */
export async function namedItems(tx: Tx, caseId: CaseId): Promise<Named[]> {
  const { rows } = await tx.execute<Named>(
    sql`select id, number, name from evidence_items where case_id = ${caseId} order by number`,
  )
  return rows
}
