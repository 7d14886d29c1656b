import type { Tx } from '@lianban/db'
import type { Officer } from '@lianban/policy'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { contentOf } from '../corrections/index.ts'
import type { Hub } from '../hub.ts'
import { list } from '../query.ts'
import { recordFacts, recordsOf, withheldFor } from '../sharing/index.ts'
import { isStale, only, type ProposalRow } from './proposal.ts'
import { proposalsWhere } from './store.ts'
import { proposals } from './table.ts'

type Reader = { readonly hub: Hub; readonly tx: Tx; readonly officer: Officer; readonly now: Date }

/** Proposals as their two sides see them: what was seen, what is proposed, what stands there now, and what became of it. */
async function proposalSummaries({ hub, tx, officer, now }: Reader, rows: readonly ProposalRow[]) {
  const agencies = await agencyCards(
    tx,
    rows.flatMap((row) => [row.ownerAgencyId, row.agencyId]),
  )
  const posts = await officerCards(
    tx,
    rows.flatMap((row) => [row.proposedBy, ...(row.decidedBy ? [row.decidedBy] : [])]),
  )
  const records = await recordsOf(tx, rows)
  const items = []
  for (const row of rows) {
    const record = records.get(row.recordId)
    if (!record) continue
    const content = contentOf(record.kind, record.row)
    const isWithheld = withheldFor({ hub, officer, now }, record).includes(row.field)
    const may = (action: string) => row.state === 'open' && Boolean(hub.policy.allows(officer, action, 'Proposal', row))
    const moved = isStale(row, content)
    items.push({
      id: row.id,
      record: recordFacts(record),
      field: row.field,
      seen: isWithheld ? null : (row.seen[row.field] ?? null),
      proposed: row.proposed[row.field] ?? null,
      current: isWithheld ? null : (only(content, row.field)[row.field] ?? null),
      isStale: moved,
      reason: row.reason,
      state: row.state,
      agency: agencies.get(row.agencyId)!,
      officer: posts.get(row.proposedBy)!,
      proposedAt: row.proposedAt,
      decidedBy: (row.decidedBy && posts.get(row.decidedBy)) ?? null,
      decidedAt: row.decidedAt,
      decision: row.decision,
      version: row.version,
      can: {
        accept: may('accept') && !moved,
        discard: may('discard'),
        rebase: may('rebase') && moved && !isWithheld,
        withdraw: may('withdraw'),
      },
    })
  }
  return items
}

/** Proposals for a record: all of them for its owner, an agency's own for as long as it may read the record. */
export const listProposals = list({
  name: 'proposal.list',
  input: z.strictObject({ recordId: z.uuid().optional() }),
  async run({ input, officer, tx, now, hub }) {
    const rows = await proposalsWhere(
      tx,
      hub.policy.filter(officer, 'read', 'Proposal'),
      input.recordId ? eq(proposals.recordId, input.recordId) : undefined,
    )
    return { items: await proposalSummaries({ hub, tx, officer, now }, rows) }
  },
})
