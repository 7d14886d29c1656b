import type { Tx } from '@lianban/db'
import type { AgencyId, ClueId, ConsentId, OfficerId, QuotationId, SectionId } from '@lianban/kernel'
import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { HandlingCode } from '../classification.ts'
import type { ConsentPurpose } from '../export-purposes.ts'
import { unlessTaken } from '../unless-taken.ts'
import type { Consent, Quotation } from './quotation.ts'
import { decidedAlready } from './refusals.ts'
import { consentDecisions, consents, quotations } from './table.ts'

export const insertQuotation = async (tx: Tx, quotation: Quotation): Promise<void> =>
  void (await tx.insert(quotations).values(quotation))

/** The quotations that the wall lets through; whether they are shown the policy decides on the clue. */
export const quotationsByIds = (tx: Tx, ids: readonly string[]): Promise<Quotation[]> =>
  ids.length
    ? tx
        .select()
        .from(quotations)
        .where(inArray(quotations.id, ids as QuotationId[]))
    : Promise.resolve([])

export const quotationsOfClue = (tx: Tx, clueId: string): Promise<Quotation[]> =>
  tx
    .select()
    .from(quotations)
    .where(eq(quotations.clueId, clueId as ClueId))

/** Where a quotation comes from, how far it may go, and what the originator answered: no word of it. */
export type Origin = {
  readonly quotationId: QuotationId
  readonly sectionId: SectionId
  readonly ownerAgencyId: AgencyId
  readonly handlingCode: HandlingCode
  readonly consent: Consent | null
}

export async function originsOf(tx: Tx, ids: readonly string[], purpose: string): Promise<Origin[]> {
  const { rows } = await tx.execute<Record<string, string | null>>(
    sql`select * from quoted_origins(${sql.param([...ids])}::uuid[], ${purpose})`,
  )
  return rows.map((row) => ({
    quotationId: row.quotation_id as QuotationId,
    sectionId: row.section_id as SectionId,
    ownerAgencyId: row.owner_agency_id as AgencyId,
    handlingCode: row.handling_code as HandlingCode,
    consent: row.consent_id
      ? {
          id: row.consent_id as ConsentId,
          state: (row.outcome as Consent['state'] | null) ?? 'waiting',
          askedAt: new Date(row.asked_at!),
        }
      : null,
  }))
}

export async function insertConsent(
  tx: Tx,
  asked: {
    readonly id: ConsentId
    readonly quotationId: QuotationId
    readonly purpose: ConsentPurpose
    readonly reason: string
    readonly askedBy: OfficerId
    readonly agencyId: AgencyId
    readonly askedAt: Date
  },
): Promise<void> {
  await tx.execute(sql`insert into quotation_consents (id, quotation_id, purpose, reason, asked_by, agency_id, asked_at)
    values (${asked.id}, ${asked.quotationId}, ${asked.purpose}, ${asked.reason}, ${asked.askedBy}, ${asked.agencyId}, ${asked.askedAt})`)
}

/** Questions with what they are about and what was answered, newest first. */
export const consentsWhere = (tx: Tx, ...wanted: (SQL | undefined)[]) =>
  tx
    .select({ consent: consents, quotation: quotations, decision: consentDecisions })
    .from(consents)
    .innerJoin(quotations, eq(quotations.id, consents.quotationId))
    .leftJoin(consentDecisions, eq(consentDecisions.consentId, consents.id))
    .where(and(...wanted))
    .orderBy(desc(consents.askedAt), desc(consents.id))
    .limit(200)

export const isUndecided: SQL = isNull(consentDecisions.consentId)

export const insertDecision = (tx: Tx, decision: typeof consentDecisions.$inferInsert) =>
  unlessTaken('quotation_consent_decisions_pkey', decidedAlready, tx.insert(consentDecisions).values(decision))
