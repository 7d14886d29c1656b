import type { Tx } from '@lianban/db'
import { AgencyId, AgreementId, type GrantId, OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { type AgencyKind, findAgency, postsOf } from '../agencies/index.ts'
import { type Agreement, beyondCeiling, closedToLabel, findAgreement } from '../agreements/index.ts'
import { isWithin, Level, levels, line } from '../classification.ts'
import { type Grant, isLive } from '../grants/index.ts'
import { RecordRef, type SharedRecord, withholdableOf } from './record.ts'
import {
  abovePowers,
  agreementUnfit,
  alreadyOpen,
  fieldUnknown,
  officerUnknown,
  ownerAsGrantee,
  pastExpiry,
} from './refusals.ts'

/** What an agency of each kind may be given at the most: supervision reads and comments, it never writes the case it supervises. */
const highestLevel: Record<AgencyKind, Level> = {
  operator: 'view',
  tobacco: 'co_handle',
  police: 'co_handle',
  customs: 'co_handle',
  market_regulation: 'co_handle',
  postal: 'co_handle',
  procuratorate: 'comment',
}

export const ShareTerms = z.object({
  record: RecordRef,
  granteeAgencyId: AgencyId,
  /** For one officer of that agency alone. */
  granteeOfficerId: OfficerId.optional(),
  level: Level,
  withheldFields: z.array(line(40)).max(10),
  purpose: line(60),
  legalBasis: line(500),
  agreementId: AgreementId,
  allowsOnward: z.boolean(),
  expiresAt: z.iso.datetime(),
})
export type ShareTerms = z.infer<typeof ShareTerms>

/** The grant that these terms would make, if the agreement between the two agencies carries it; refused otherwise. */
export async function grantUnder(
  tx: Tx,
  record: SharedRecord,
  terms: ShareTerms,
  by: { id: GrantId; officerId: OfficerId; now: Date; origin?: Grant['origin'] },
): Promise<Grant> {
  const { now } = by
  const { row, kind } = record
  const expiresAt = new Date(terms.expiresAt)
  const granteeId = terms.granteeOfficerId ?? terms.granteeAgencyId
  if (terms.granteeAgencyId === row.ownerAgencyId) throw ownerAsGrantee()
  if (row.grants.some((grant) => grant.granteeId === granteeId && !grant.taskForceId && isLive(grant, now)))
    throw alreadyOpen()
  if (expiresAt <= now) throw pastExpiry()
  const unknown = terms.withheldFields.find((field) => !withholdableOf[kind].some((known) => known.field === field))
  if (unknown) throw fieldUnknown(unknown)
  const grantee = await findAgency(tx, { id: terms.granteeAgencyId })
  if (!isWithin(levels, terms.level, highestLevel[grantee.kind])) throw abovePowers()
  const agreement = await agreementBetween(tx, terms.agreementId, row.ownerAgencyId, terms.granteeAgencyId)
  const obstacle = closedToLabel(agreement, row.label, now) ?? beyondCeiling(agreement, { ...terms, expiresAt })
  if (obstacle) throw agreementUnfit(obstacle)
  // Only posts that agreement partners show each other can be named.
  if (terms.granteeOfficerId && !(await postsOf(tx, grantee.id)).some((post) => post.id === terms.granteeOfficerId))
    throw officerUnknown()
  return {
    id: by.id,
    recordKind: kind,
    recordId: record.id,
    recordAt: record.recordAt,
    ownerAgencyId: row.ownerAgencyId,
    granteeAgencyId: terms.granteeAgencyId,
    granteeOfficerId: terms.granteeOfficerId ?? null,
    granteeId,
    taskForceId: null,
    origin: by.origin ?? 'share',
    parentGrantId: null,
    onwardAgencyId: null,
    level: terms.level,
    withheldFields: [...new Set(terms.withheldFields)].sort(),
    showsClues: !terms.withheldFields.includes('clues'),
    purpose: terms.purpose,
    legalBasis: terms.legalBasis,
    agreementId: terms.agreementId,
    allowsOnward: terms.allowsOnward,
    expiresAt,
    remindDays: 7,
    state: 'live',
    givenBy: by.officerId,
    givenAt: now,
    approvedBy: null,
    approvedAt: null,
    declinedBy: null,
    declinedAt: null,
    declineReason: null,
    extensionUntil: null,
    extensionBy: null,
    extensionAt: null,
    reviewedAt: null,
    recalledBy: null,
    recalledAt: null,
    recallReason: null,
    version: 1,
  }
}

async function agreementBetween(tx: Tx, id: AgreementId, ...parties: AgencyId[]): Promise<Agreement> {
  const agreement = await findAgreement(tx, id)
  const joins = (agency: AgencyId) => agreement?.parties.some((party) => party.agencyId === agency && party.isSigned)
  if (agreement && parties.every(joins)) return agreement
  throw agreementUnfit({
    zh: '双方之间没有已签署的该协议。',
    en: 'There is no such agreement signed by both agencies.',
  })
}
