import type { Tx } from '@lianban/db'
import { type AgencyCard, agencies } from '@lianban/identity'
import type { AgencyId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { type Partner, partnersOf } from './partners.ts'

/** What rules ask about the owner of a record: the agency itself, and with whom it has agreed on what. */
export type OfOwner = {
  readonly ownerAgency: readonly Pick<AgencyCard, 'kind' | 'level' | 'region' | 'parentId'>[]
  readonly agreements: readonly Partner[]
}

/** Gives every record what rules ask about its owner; the same statements run when there is none. */
export async function withOwners<Row extends { readonly ownerAgencyId: AgencyId }>(
  tx: Tx,
  rows: readonly Row[],
): Promise<(Row & OfOwner)[]> {
  const ids = [...new Set(rows.map((row) => row.ownerAgencyId))]
  const { id, kind, level, region, parentId } = agencies
  const owners = await tx
    .select({ id, kind, level, region, parentId })
    .from(agencies)
    .where(sql`${id} = any (${sql.param(ids)}::uuid[])`)
  const partners = await partnersOf(tx, ids)
  return rows.map((row) => ({
    ...row,
    ownerAgency: owners.filter((owner) => owner.id === row.ownerAgencyId),
    agreements: partners.get(row.ownerAgencyId) ?? [],
  }))
}
