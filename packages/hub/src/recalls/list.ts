import type { Tx } from '@lianban/db'
import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import { stateOf } from './notice.ts'
import { type NoticeWithReceipt, pageOfNotices } from './store.ts'
import { notices } from './table.ts'

/** Recalls and corrections with their receipts, as both sides see them. */
export async function noticeSummaries(tx: Tx, rows: readonly NoticeWithReceipt[], now: Date) {
  const agencies = await agencyCards(
    tx,
    rows.flatMap((row) => [row.ownerAgencyId, row.agencyId]),
  )
  const posts = await officerCards(
    tx,
    rows.flatMap((row) => [
      row.toldBy,
      ...(row.officerId ? [row.officerId] : []),
      ...(row.receipt ? [row.receipt.officerId] : []),
    ]),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    record: { kind: row.recordKind, id: row.recordId, number: row.recordNumber, title: row.recordTitle },
    ownerAgency: agencies.get(row.ownerAgencyId)!,
    agency: agencies.get(row.agencyId)!,
    officer: (row.officerId && posts.get(row.officerId)) ?? null,
    throughCase: row.throughCase,
    reason: row.reason,
    toldBy: posts.get(row.toldBy)!,
    toldAt: row.toldAt,
    dueAt: row.dueAt,
    state: stateOf(row, row.receipt, now),
    receipt: row.receipt
      ? {
          officer: posts.get(row.receipt.officerId)!,
          copies: row.receipt.copies,
          note: row.receipt.note,
          givenAt: row.receipt.givenAt,
        }
      : null,
  }))
}

/** The notices that the officer's agency is to acknowledge, or those it waits for; of one record if one is named. */
export const listNotices = list({
  name: 'recall.list',
  input: PageInput.omit({ q: true }).extend({
    box: z.enum(['received', 'sent']),
    recordId: z.uuid().optional(),
    isOpen: z.boolean().optional(),
  }),
  async run({ input, officer, tx, now, hub }) {
    const side = input.box === 'sent' ? eq : ne
    const wanted = and(
      hub.policy.filter(officer, 'read', 'RecallNotice'),
      side(notices.ownerAgencyId, officer.agencyId),
      input.recordId ? eq(notices.recordId, input.recordId) : undefined,
    )
    const { rows, total } = await pageOfNotices(tx, wanted, input)
    const { shown, nextCursor } = pageOf(rows, input, (row) => row.toldAt)
    return { items: await noticeSummaries(tx, shown, now), total, nextCursor }
  },
})
