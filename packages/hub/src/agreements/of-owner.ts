import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import { type AgencyCard, agencyCards } from '../agencies/index.ts'
import { type Partner, partnersOf } from './partners.ts'

/** What rules ask about the owner of a record: the agency itself, and with whom it has agreed on what. */
export type OfOwner = {
  readonly ownerAgency: readonly AgencyCard[]
  readonly agreements: readonly Partner[]
}

/** Gives every record what rules ask about its owner. */
export async function withOwners<Row extends { readonly ownerAgencyId: AgencyId }>(
  tx: Tx,
  rows: readonly Row[],
): Promise<(Row & OfOwner)[]> {
  const ids = [...new Set(rows.map((row) => row.ownerAgencyId))]
  if (!ids.length) return []
  const cards = await agencyCards(tx, ids)
  const partners = await partnersOf(tx, ids)
  return rows.map((row) => ({
    ...row,
    ownerAgency: [cards.get(row.ownerAgencyId)!],
    agreements: partners.get(row.ownerAgencyId) ?? [],
  }))
}
