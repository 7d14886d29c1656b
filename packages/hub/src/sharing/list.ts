import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { agreementsWhere } from '../agreements/index.ts'
import { isLive } from '../grants/index.ts'
import { find } from '../query.ts'
import { findRecord, RecordRef } from './record.ts'

/** Who has access to a record, on what terms and by whom given; past grants are for the two agencies they were between. */
export const listGrants = find({
  name: 'grant.list',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: RecordRef }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ subject, officer, tx, now, hub }) {
    const grants = subject.grants.filter(
      (grant) => isLive(grant, now) || hub.policy.allows(officer, 'read', 'Grant', grant),
    )
    const agencies = await agencyCards(
      tx,
      grants.map((grant) => grant.granteeAgencyId),
    )
    const posts = await officerCards(
      tx,
      grants.flatMap((grant) => [grant.givenBy, ...(grant.granteeOfficerId ? [grant.granteeOfficerId] : [])]),
    )
    const known = await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
    return {
      items: grants.map((grant) => {
        const agreement = known.find((one) => one.id === grant.agreementId)
        return {
          id: grant.id,
          grantee: agencies.get(grant.granteeAgencyId)!,
          granteeOfficer: (grant.granteeOfficerId && posts.get(grant.granteeOfficerId)) || null,
          origin: grant.origin,
          level: grant.level,
          withheldFields: grant.withheldFields,
          purpose: grant.purpose,
          legalBasis: grant.legalBasis,
          agreement: agreement ? { id: agreement.id, number: agreement.number, title: agreement.title } : null,
          allowsOnward: grant.allowsOnward,
          expiresAt: grant.expiresAt,
          state: grant.state,
          givenBy: posts.get(grant.givenBy)!,
          givenAt: grant.givenAt,
          recalledAt: grant.recalledAt,
          recallReason: grant.recallReason,
          version: grant.version,
          canRecall: grant.state === 'live' && Boolean(hub.policy.allows(officer, 'recall', 'Grant', grant)),
        }
      }),
    }
  },
})
