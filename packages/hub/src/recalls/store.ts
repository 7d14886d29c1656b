import type { Tx } from '@lianban/db'
import { type NoticeId, unseen } from '@lianban/kernel'
import { and, asc, count, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { circlesOf } from '../circles/index.ts'
import { lock } from '../lock.ts'
import { after, type PageInput, rowsToFetch } from '../page.ts'
import { unlessTaken } from '../unless-taken.ts'
import type { Notice, NoticeRow, Receipt } from './notice.ts'
import { alreadyAcknowledged } from './refusals.ts'
import { notices, receipts } from './table.ts'

export type NoticeWithReceipt = Notice & { readonly receipt: Receipt | undefined }

export async function findNotice(tx: Tx, id: NoticeId, options: { lock?: boolean } = {}): Promise<NoticeRow> {
  if (options.lock) await lock(tx, 'RecallNotice', id)
  const [row] = await tx.select().from(notices).where(eq(notices.id, id))
  if (!row) throw unseen()
  return { ...row, circle: (await circlesOf(tx, [row.recordId])).get(row.recordId)! }
}

export async function pageOfNotices(
  tx: Tx,
  wanted: SQL | undefined,
  input: PageInput & { readonly isOpen?: boolean | undefined },
): Promise<{ rows: NoticeWithReceipt[]; total: number }> {
  const all = and(wanted, input.isOpen ? isNull(receipts.noticeId) : undefined)
  const joined = eq(receipts.noticeId, notices.id)
  const [counted] = await tx.select({ total: count() }).from(notices).leftJoin(receipts, joined).where(all)
  const rows = await tx
    .select({ notice: notices, receipt: receipts })
    .from(notices)
    .leftJoin(receipts, joined)
    .where(and(all, after(input.cursor, notices.toldAt, notices.id)))
    .orderBy(desc(notices.toldAt), desc(notices.id))
    .limit(rowsToFetch(input))
  return {
    rows: rows.map(({ notice, receipt }) => ({ ...notice, receipt: receipt ?? undefined })),
    total: counted?.total ?? 0,
  }
}

/** What nobody has acknowledged yet, the most pressing first. */
export async function openNotices(tx: Tx, wanted: SQL | undefined): Promise<Notice[]> {
  const rows = await tx
    .select({ notice: notices })
    .from(notices)
    .leftJoin(receipts, eq(receipts.noticeId, notices.id))
    .where(and(wanted, isNull(receipts.noticeId)))
    .orderBy(asc(notices.dueAt), asc(notices.id))
    .limit(100)
  return rows.map(({ notice }) => notice)
}

export async function receiptsOf(tx: Tx, ids: readonly NoticeId[]): Promise<ReadonlyMap<NoticeId, Receipt>> {
  const rows = ids.length
    ? await tx
        .select()
        .from(receipts)
        .where(inArray(receipts.noticeId, [...ids]))
    : []
  return new Map(rows.map((row) => [row.noticeId, row]))
}

export async function insertNotices(tx: Tx, rows: readonly Omit<Notice, 'recipientId'>[]): Promise<void> {
  if (rows.length) await tx.insert(notices).values([...rows])
}

export async function insertReceipt(tx: Tx, receipt: Receipt): Promise<void> {
  await unlessTaken('recall_receipts_pkey', alreadyAcknowledged, tx.insert(receipts).values(receipt))
}
