import type { Tx } from '@lianban/db'
import { type ProposalId, unseen } from '@lianban/kernel'
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { circlesOf } from '../circles/index.ts'
import { grants } from '../grants/index.ts'
import { lock } from '../lock.ts'
import type { Proposal, ProposalRow } from './proposal.ts'
import { proposals } from './table.ts'

/** The grants that open a proposal's record: its own, and for a clue those of the cases that pass it on. */
export const opensRecord: SQL = sql`(${grants.recordKind} = ${proposals.recordKind} and ${grants.recordId} = ${proposals.recordId}
  or ${proposals.recordKind} = 'Clue' and ${grants.recordKind} = 'Case' and ${grants.showsClues} and ${grants.recordId} in
    (select l.case_id from case_clues l where l.clue_id = ${proposals.recordId} and l.passes_on))`

export async function findProposal(tx: Tx, id: ProposalId, options: { lock?: boolean } = {}): Promise<ProposalRow> {
  if (options.lock) await lock(tx, 'Proposal', id)
  const [row] = await proposalsWhere(tx, eq(proposals.id, id))
  if (!row) throw unseen()
  return row
}

export async function proposalsWhere(tx: Tx, ...wanted: (SQL | undefined)[]): Promise<ProposalRow[]> {
  const rows = await tx
    .select()
    .from(proposals)
    .where(and(...wanted))
    .orderBy(desc(proposals.proposedAt), desc(proposals.id))
    .limit(200)
  const ids = rows.map(({ id }) => id)
  const access = ids.length
    ? await tx
        .select({ proposalId: proposals.id, grant: grants })
        .from(proposals)
        .innerJoin(grants, opensRecord)
        .where(inArray(proposals.id, ids))
    : []
  const opening = Map.groupBy(access, ({ proposalId }) => proposalId)
  const circles = await circlesOf(
    tx,
    rows.map((row) => row.recordId),
  )
  return rows.map((row) => ({
    ...row,
    access: (opening.get(row.id) ?? []).map(({ grant }) => grant),
    circle: circles.get(row.recordId)!,
  }))
}

export async function insertProposal(
  tx: Tx,
  { access: _access, circle: _circle, ...proposal }: ProposalRow,
): Promise<void> {
  await tx.insert(proposals).values(proposal)
}

export async function saveProposal(tx: Tx, proposal: Proposal): Promise<void> {
  const { seen, proposed, state, decidedBy, decidedAt, decision, version } = proposal
  await tx
    .update(proposals)
    .set({ seen, proposed, state, decidedBy, decidedAt, decision, version })
    .where(eq(proposals.id, proposal.id))
}
