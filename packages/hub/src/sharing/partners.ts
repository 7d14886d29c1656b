import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { agencyCards } from '../agencies/index.ts'
import { type Agreement, agreementsWhere, closedToLabel } from '../agreements/index.ts'
import { isLive } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import type { SharedRecord } from './record.ts'

export type Asking = { readonly tx: Tx; readonly hub: Hub; readonly officer: Officer; readonly now: Date }

/** What an agreement would carry of this record today, or why nothing. */
export const carriedBy = (agreement: Agreement, { label }: SharedRecord['row'], now: Date) => ({
  id: agreement.id,
  number: agreement.number,
  title: agreement.title,
  legalBasis: agreement.legalBasis,
  purposes: agreement.purposes,
  maxLevel: agreement.maxLevel,
  maxLabel: agreement.maxLabel,
  allowsOnward: agreement.allowsOnward,
  validUntil: agreement.validUntil,
  blocked: closedToLabel(agreement, label, now) ?? null,
})

/** The agencies that the officer's agency has agreements with, each with what those would carry, and whether all of it has the record already. */
export async function partnersFor({ tx, hub, officer, now }: Asking, row: SharedRecord['row']) {
  const agreements = await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
  const candidates = new Set<AgencyId>(
    agreements.flatMap((agreement) => agreement.parties.map((party) => party.agencyId)),
  )
  candidates.delete(row.ownerAgencyId)
  candidates.delete(officer.agencyId)
  const cards = [...(await agencyCards(tx, [...candidates])).values()]
  const open = row.grants.filter((grant) => isLive(grant, now) && !grant.taskForceId).map((grant) => grant.granteeId)
  return cards.map((agency) => ({
    agency,
    isOpen: open.includes(agency.id),
    agreements: agreements
      .filter((agreement) => agreement.parties.some((party) => party.agencyId === agency.id))
      .map((agreement) => carriedBy(agreement, row, now)),
  }))
}
