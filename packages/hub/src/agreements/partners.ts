import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import type { RelationDefinition } from '@lianban/policy'
import { eq, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { labels } from '../classification.ts'
import type { Agreement } from './agreement.ts'
import { agreementParties, agreements } from './table.ts'

/** Another party of an agreement that the owner of a record is a party to, and the terms a rule asks about. */
export type Partner = Pick<Agreement, 'state' | 'maxLabel' | 'validFrom' | 'validUntil' | 'purposes'> & {
  readonly agencyId: AgencyId
}

const owners = alias(agreementParties, 'owners')

/** Agreements between the owner of a record and others, as a relation of that record. */
export const agreementRelation = (ownerAgencyId: AnyPgColumn): RelationDefinition => ({
  from: sql`${agreements} inner join ${agreementParties} on ${eq(agreementParties.agreementId, agreements.id)}
    inner join agreement_parties owners on ${eq(owners.agreementId, agreements.id)}`,
  on: sql`${eq(owners.agencyId, ownerAgencyId)} and ${agreementParties.agencyId} <> ${ownerAgencyId}`,
  fields: {
    agencyId: { type: 'id', column: agreementParties.agencyId },
    state: { type: 'text', column: agreements.state, values: ['proposed', 'in_force', 'ended'] },
    validFrom: { type: 'time', column: agreements.validFrom },
    validUntil: { type: 'time', column: agreements.validUntil },
    maxLabel: { type: 'text', column: agreements.maxLabel, values: labels },
    purposes: { type: 'texts', column: agreements.purposes },
  },
})

/** With whom each agency has agreed on what, as far as the reader may know of the agreements. */
export async function partnersOf(
  tx: Tx,
  ownerIds: readonly AgencyId[],
): Promise<ReadonlyMap<AgencyId, readonly Partner[]>> {
  const { rows } = await tx.execute<{
    owner: AgencyId
    agency_id: AgencyId
    state: Agreement['state']
    max_label: Agreement['maxLabel']
    valid_from: string
    valid_until: string
    purposes: string[]
  }>(sql`select o.agency_id as owner, p.agency_id, a.state, a.max_label, a.valid_from, a.valid_until, a.purposes
    from agreement_parties o join agreements a on a.id = o.agreement_id
    join agreement_parties p on p.agreement_id = a.id and p.agency_id <> o.agency_id
    where o.agency_id = any (${sql.param([...new Set(ownerIds)])}::uuid[])`)
  const found = new Map<AgencyId, Partner[]>(ownerIds.map((id) => [id, []]))
  for (const row of rows)
    found.get(row.owner)?.push({
      agencyId: row.agency_id,
      state: row.state,
      maxLabel: row.max_label,
      validFrom: new Date(row.valid_from),
      validUntil: new Date(row.valid_until),
      purposes: row.purposes,
    })
  return found
}
