import type { Tx } from '@lianban/db'
import { AgencyId, AgreementId, type GrantId, OfficerId, type Sentence } from '@lianban/kernel'
import { z } from 'zod'
import { findAgency, postsOf } from '../agencies/index.ts'
import { type Agreement, beyondCeiling, closedToLabel, findAgreement } from '../agreements/index.ts'
import { isWithin, Level, levels, line } from '../classification.ts'
import { underDuty } from '../duty.ts'
import { alreadyOpen, alreadyProposed, type Grant, isLive } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { needsFourEyes, RemindDays } from '../measures/index.ts'
import { RecordRef, type SharedRecord, withholdableOf } from './record.ts'
import { abovePowers, agreementUnfit, fieldUnknown, officerUnknown, ownerAsGrantee, pastExpiry } from './refusals.ts'

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
  /** How many days before the end both sides are reminded; as the ceilings say when it is left open. */
  remindDays: RemindDays.optional(),
})
export type ShareTerms = z.infer<typeof ShareTerms>

/** Who makes the grant, when, and as what: shared by the owner unless said otherwise. */
export type GrantMaking = {
  readonly id: GrantId
  readonly officerId: OfficerId
  readonly now: Date
  readonly hub: Pick<Hub, 'measures'>
} & Partial<Pick<Grant, 'origin' | 'parentGrantId' | 'onwardAgencyId' | 'taskForceId'>>

/**
 * The grant that these terms would make, if the agreement between the two agencies carries it; refused otherwise. Above
 * the label that takes two officers it is only proposed.
 */
export async function grantUnder(tx: Tx, record: SharedRecord, terms: ShareTerms, by: GrantMaking): Promise<Grant> {
  const { now, hub } = by
  const { row, kind } = record
  const expiresAt = new Date(terms.expiresAt)
  const granteeId = terms.granteeOfficerId ?? terms.granteeAgencyId
  const taskForceId = by.taskForceId ?? null
  if (terms.granteeAgencyId === row.ownerAgencyId) throw ownerAsGrantee()
  const same = row.grants.filter((grant) => grant.granteeId === granteeId && grant.taskForceId === taskForceId)
  if (same.some((grant) => isLive(grant, now))) throw alreadyOpen()
  if (same.some((grant) => grant.state === 'proposed')) throw alreadyProposed()
  if (expiresAt <= now) throw pastExpiry()
  const unknown = terms.withheldFields.find((field) => !withholdableOf[kind].some((known) => known.field === field))
  if (unknown) throw fieldUnknown(unknown)
  await assertCarried(tx, record, { ...terms, expiresAt, onwardAgencyId: by.onwardAgencyId ?? null }, by)
  // Only posts that agreement partners show each other can be named.
  const names = (post: { id: OfficerId }) => post.id === terms.granteeOfficerId
  if (terms.granteeOfficerId && !(await postsOf(tx, terms.granteeAgencyId)).some(names)) throw officerUnknown()
  return {
    id: by.id,
    recordKind: kind,
    recordId: record.id,
    recordAt: record.recordAt,
    ownerAgencyId: row.ownerAgencyId,
    granteeAgencyId: terms.granteeAgencyId,
    granteeOfficerId: terms.granteeOfficerId ?? null,
    granteeId,
    taskForceId,
    origin: by.origin ?? 'share',
    parentGrantId: by.parentGrantId ?? null,
    onwardAgencyId: by.onwardAgencyId ?? null,
    level: terms.level,
    withheldFields: [...new Set(terms.withheldFields)].sort(),
    showsClues: !terms.withheldFields.includes('clues'),
    purpose: terms.purpose,
    legalBasis: terms.legalBasis,
    agreementId: terms.agreementId,
    allowsOnward: terms.allowsOnward,
    expiresAt,
    remindDays: terms.remindDays ?? hub.measures.ceilings.remindDays,
    state: needsFourEyes(hub.measures.ceilings, row.label) ? 'proposed' : 'live',
    givenBy: by.officerId,
    givenAt: now,
    proposedBy: by.officerId,
    ...undecided,
    version: 1,
  }
}

const undecided = {
  approvedBy: null,
  approvedAt: null,
  declinedBy: null,
  declinedAt: null,
  declineReason: null,
  extensionUntil: null,
  extensionBy: null,
  extensionAt: null,
  notedAt: null,
  reviewedAt: null,
  recalledBy: null,
  recalledAt: null,
  recallReason: null,
} as const

type Carried = Pick<
  Grant,
  'granteeAgencyId' | 'onwardAgencyId' | 'level' | 'purpose' | 'agreementId' | 'allowsOnward' | 'expiresAt'
>

/** Refuses terms that the ceilings or the agreement do not carry today: the agreement of the owner, or of who passes it on. */
export async function assertCarried(
  tx: Tx,
  { row }: SharedRecord,
  terms: Carried,
  { hub, now }: Pick<GrantMaking, 'hub' | 'now'>,
): Promise<void> {
  const grantee = await findAgency(tx, { id: terms.granteeAgencyId })
  const highest = hub.measures.ceilings.highestLevel[grantee.kind]
  if (!isWithin(levels, terms.level, highest)) throw abovePowers(highest)
  const giver = terms.onwardAgencyId ?? row.ownerAgencyId
  const agreement = await underDuty(tx, 'sharing', () =>
    agreementBetween(tx, terms.agreementId, giver, terms.granteeAgencyId),
  )
  const obstacle: Sentence | undefined = closedToLabel(agreement, row.label, now) ?? beyondCeiling(agreement, terms)
  if (obstacle) throw agreementUnfit(obstacle)
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
