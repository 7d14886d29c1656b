import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { agreementsWhere } from '../agreements/index.ts'
import { awaits, type Grant, isLive, openTo, remindedFrom } from '../grants/index.ts'
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
      grants.flatMap((grant) => [grant.granteeAgencyId, ...(grant.onwardAgencyId ? [grant.onwardAgencyId] : [])]),
    )
    const posts = await officerCards(
      tx,
      grants.flatMap((grant) =>
        [grant.givenBy, grant.granteeOfficerId, grant.extensionBy, grant.approvedBy].filter((id) => id !== null),
      ),
    )
    const known = await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
    const may = (action: string, grant: Grant) => Boolean(hub.policy.allows(officer, action, 'Grant', grant))
    const mayDo = (grant: Grant) => ({
      canRecall: (grant.state === 'live' || grant.state === 'proposed') && may('recall', grant),
      canExtend: isLive(grant, now) && may('extend', grant),
      canDecide: Boolean(awaits(grant)) && may('approve', grant),
      canNote: may('note', grant),
    })
    return {
      items: grants.map((grant) => {
        const agreement = known.find((one) => one.id === grant.agreementId)
        return {
          id: grant.id,
          grantee: agencies.get(grant.granteeAgencyId)!,
          granteeOfficer: (grant.granteeOfficerId && posts.get(grant.granteeOfficerId)) || null,
          origin: grant.origin,
          taskForceId: grant.taskForceId,
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
          approvedBy: (grant.approvedBy && posts.get(grant.approvedBy)) || null,
          approvedAt: grant.approvedAt,
          declinedAt: grant.declinedAt,
          declineReason: grant.declineReason,
          passedOnBy: (grant.onwardAgencyId && agencies.get(grant.onwardAgencyId)) || null,
          parentGrantId: grant.parentGrantId,
          awaits: awaits(grant) ?? null,
          extensionUntil: grant.extensionUntil,
          endsSoon: isLive(grant, now) && remindedFrom(grant) <= now,
          isNews: grant.origin === 'onward' && grant.state === 'live' && !grant.reviewedAt,
          version: grant.version,
          isToMe: openTo([grant], officer, now).length > 0,
          ...mayDo(grant),
        }
      }),
    }
  },
})
