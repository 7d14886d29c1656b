import type { Tx } from '@lianban/db'
import { type AssistanceId, unseen } from '@lianban/kernel'
import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { circlesOf } from '../circles/index.ts'
import { lock } from '../lock.ts'
import { after, afterUpwards, rowsToFetch } from '../page.ts'
import { unlessTaken } from '../unless-taken.ts'
import type { Assistance, AssistanceRow, Letter, Receipt } from './assistance.ts'
import { refusals } from './refusals.ts'
import { assistanceLetters, assistanceReceipts, assistances } from './table.ts'

type Page = { readonly cursor?: string | undefined; readonly limit?: number | undefined }

export async function findAssistance(
  tx: Tx,
  id: AssistanceId,
  options: { lock?: boolean } = {},
): Promise<AssistanceRow> {
  if (options.lock) await lock(tx, 'Assistance', id)
  const [row] = await withCircle(tx, await tx.select().from(assistances).where(eq(assistances.id, id)))
  if (!row) throw unseen()
  return row
}

/** The nearest end first: what a duty desk works through. */
export const pressingAssistances = async (tx: Tx, filter: SQL | undefined, page: Page): Promise<AssistanceRow[]> =>
  withCircle(tx, await pressing(tx, filter, page))

/** The question that the desk asks of the database. */
export const pressing = (tx: Tx, filter: SQL | undefined, page: Page) =>
  tx
    .select()
    .from(assistances)
    .where(and(filter, afterUpwards(page.cursor, assistances.rankedAt, assistances.id)))
    .orderBy(asc(assistances.rankedAt), asc(assistances.id))
    .limit(rowsToFetch(page))

/** The newest first. */
export async function assistancesWhere(tx: Tx, filter: SQL | undefined, page: Page): Promise<AssistanceRow[]> {
  const rows = await tx
    .select()
    .from(assistances)
    .where(and(filter, after(page.cursor, assistances.askedAt, assistances.id)))
    .orderBy(desc(assistances.askedAt), desc(assistances.id))
    .limit(rowsToFetch(page))
  return withCircle(tx, rows)
}

/** Those of the wanted requests that the filter lets through. */
export const assistanceRows = (tx: Tx, filter: SQL, wanted: SQL): Promise<Assistance[]> =>
  tx.select().from(assistances).where(and(filter, wanted))

export async function findLetter(tx: Tx, { letterId }: Pick<Assistance, 'letterId'>): Promise<Letter> {
  const [letter] = await tx.select().from(assistanceLetters).where(eq(assistanceLetters.id, letterId))
  if (!letter) throw unseen()
  return letter
}

export async function receiptsOf(tx: Tx, ids: readonly AssistanceId[]): Promise<Receipt[]> {
  if (!ids.length) return []
  return tx
    .select()
    .from(assistanceReceipts)
    .where(inArray(assistanceReceipts.assistanceId, [...ids]))
    .orderBy(asc(assistanceReceipts.version), asc(assistanceReceipts.id))
}

export async function insertLetter(tx: Tx, letter: Letter): Promise<void> {
  await unlessTaken(
    'assistance_letters_from_agency_id_number_key',
    () => refusals.numberTaken(letter.number),
    tx.insert(assistanceLetters).values(letter),
  )
}

export async function insertAssistance(tx: Tx, assistance: Assistance, receipt: Receipt): Promise<void> {
  await tx.insert(assistances).values(assistance)
  await tx.insert(assistanceReceipts).values(receipt)
}

/** What a step moves; where its clock stands the clock says. */
export async function saveMove(tx: Tx, { id, ...next }: Assistance, receipt: Receipt): Promise<void> {
  const { state, standing, version, overseerAgencyId, claimedBy, assignedTo, unit } = next
  const { sentAt, firstAnsweredAt, repliedAt, rankedAt } = next
  await tx.insert(assistanceReceipts).values(receipt)
  await tx
    .update(assistances)
    .set({
      ...{ state, standing, version, overseerAgencyId, claimedBy, assignedTo, unit },
      ...{ sentAt, firstAnsweredAt, repliedAt, rankedAt },
    })
    .where(eq(assistances.id, id))
}

async function withCircle(tx: Tx, rows: readonly Assistance[]): Promise<AssistanceRow[]> {
  const circles = await circlesOf(
    tx,
    rows.map(({ caseId }) => caseId),
  )
  return rows.map((row) => ({ ...row, circle: circles.get(row.caseId)! }))
}
