import type { Tx } from '@lianban/db'
import type { AgencyId, CaseId, HandoffId, SectionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import type { RecordKind } from '../grants/index.ts'

/**
 * Where a record went, beyond its owner's own walls. The database answers the owner alone, and nothing but ids, agencies
 * and counts; what of it has a name for the owner is asked of the policy afterwards.
 */
export async function casesDerived(tx: Tx, clueId: string) {
  const { rows } = await tx.execute<{
    case_id: CaseId
    owner_agency_id: AgencyId
    lead_agency_id: AgencyId
    linked_at: string
    passes_on: boolean
    readers: string
  }>(sql`select * from derived_cases(${clueId})`)
  return rows.map((row) => ({
    caseId: row.case_id,
    ownerAgencyId: row.owner_agency_id,
    leadAgencyId: row.lead_agency_id,
    linkedAt: new Date(row.linked_at),
    passesOn: row.passes_on,
    readers: Number(row.readers),
  }))
}

export async function handoffsDerived(tx: Tx, kind: RecordKind, id: string) {
  const { rows } = await tx.execute<{
    handoff_id: HandoffId
    from_agency_id: AgencyId
    to_agency_id: AgencyId
    state: string
    sent_at: string
    as_record: boolean
    quoting: string
  }>(sql`select * from derived_handoffs(${kind}, ${id})`)
  return rows.map((row) => ({
    handoffId: row.handoff_id,
    fromAgencyId: row.from_agency_id,
    toAgencyId: row.to_agency_id,
    state: row.state,
    sentAt: new Date(row.sent_at),
    asRecord: row.as_record,
    quotingSections: Number(row.quoting),
  }))
}

export type QuotingSection = {
  readonly sectionId: SectionId
  readonly caseId: CaseId
  readonly caseOwnerId: AgencyId
  readonly sectionOwnerId: AgencyId
}

export async function sectionsThatMayQuote(tx: Tx, kind: RecordKind, id: string): Promise<QuotingSection[]> {
  const { rows } = await tx.execute<{
    section_id: SectionId
    case_id: CaseId
    case_owner_agency_id: AgencyId
    section_owner_agency_id: AgencyId
  }>(sql`select * from sections_that_may_quote(${kind}, ${id})`)
  return rows.map((row) => ({
    sectionId: row.section_id,
    caseId: row.case_id,
    caseOwnerId: row.case_owner_agency_id,
    sectionOwnerId: row.section_owner_agency_id,
  }))
}
