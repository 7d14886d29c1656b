import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import { and, inArray } from 'drizzle-orm'
import { type Grant, grants, grantsWhere } from '../grants/index.ts'

/** What an agency may see a record for: as the grant says that it had at the time. */
export type Purpose = Pick<Grant, 'purpose' | 'legalBasis' | 'origin'> & { readonly grantId: Grant['id'] }

type Look = { readonly recordId: string | undefined; readonly agencyId: AgencyId | undefined; readonly at: Date }

/** For each of these looks the newest grant on the record that the agency had by then, if it had any. */
export async function purposesOf(tx: Tx, looks: readonly Look[]): Promise<(look: Look) => Purpose | null> {
  const recordIds = [...new Set(looks.flatMap(({ recordId }) => recordId ?? []))]
  const agencyIds = [...new Set(looks.flatMap(({ agencyId }) => agencyId ?? []))]
  const found =
    recordIds.length && agencyIds.length
      ? await grantsWhere(tx, and(inArray(grants.recordId, recordIds), inArray(grants.granteeAgencyId, agencyIds)))
      : []
  const given = found
    .filter(({ state }) => state === 'live' || state === 'recalled')
    .toSorted((a, b) => b.givenAt.getTime() - a.givenAt.getTime())
  return ({ recordId, agencyId, at }) => {
    const grant = given.find(
      (one) => one.recordId === recordId && one.granteeAgencyId === agencyId && one.givenAt.getTime() <= at.getTime(),
    )
    if (!grant) return null
    const { id: grantId, purpose, legalBasis, origin } = grant
    return { grantId, purpose, legalBasis, origin }
  }
}
