import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { agreementsWhere } from '../agreements/index.ts'
import { circleOf } from '../circles/index.ts'
import { awaits, type Grant, isLive, openTo, remindedFrom } from '../grants/index.ts'
import { find } from '../query.ts'
import { namesOfForces } from './forces.ts'
import { type LongerEnd, longerEnd } from './longer.ts'
import { findRecord, RecordRef } from './record.ts'

/** Who has access to a record, on what terms and by whom given; past grants are for the two agencies they were between. */
export const listGrants = find({
  name: 'grant.list',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: RecordRef }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, subject, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    const circle = circleOf(subject)
    const may = (action: string, grant: Grant) =>
      Boolean(hub.policy.allows(officer, action, 'Grant', { ...grant, circle }))
    const grants = subject.grants.filter((grant) => isLive(grant, now) || may('read', grant))
    const agencies = await agencyCards(
      tx,
      grants.flatMap((grant) => [grant.granteeAgencyId, ...(grant.onwardAgencyId ? [grant.onwardAgencyId] : [])]),
    )
    const posts = await officerCards(
      tx,
      grants.flatMap((grant) =>
        [grant.givenBy, grant.granteeOfficerId, grant.extensionBy, grant.approvedBy, grant.declinedBy].filter(
          (id) => id !== null,
        ),
      ),
    )
    const known = await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
    const forces = await namesOfForces({ tx, hub, officer }, grants)
    const mayPassOn = Boolean(hub.policy.allows(officer, 'passOn', input.record.kind, subject))
    const mayDo = (grant: Grant) => ({
      canRecall: (grant.state === 'live' || grant.state === 'proposed') && may('recall', grant),
      canExtend: isLive(grant, now) && may('extend', grant),
      canDecide: Boolean(awaits(grant)) && may('approve', grant),
      canNote: may('note', grant),
    })
    const longer = new Map<string, LongerEnd>()
    for (const grant of grants.filter((one) => mayDo(one).canExtend)) {
      const end = await longerEnd(tx, grant, record, now)
      if (end) longer.set(grant.id, end)
    }
    return {
      items: grants.map((grant) => {
        const agreement = known.find((one) => one.id === grant.agreementId)
        return {
          id: grant.id,
          grantee: agencies.get(grant.granteeAgencyId)!,
          granteeOfficer: (grant.granteeOfficerId && posts.get(grant.granteeOfficerId)) || null,
          origin: grant.origin,
          taskForce: grant.taskForceId && { id: grant.taskForceId, name: forces.get(grant.taskForceId) ?? null },
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
          extensionBy: (grant.extensionBy && posts.get(grant.extensionBy)) || null,
          declinedBy: (grant.declinedBy && posts.get(grant.declinedBy)) || null,
          remindDays: grant.remindDays,
          longer: longer.get(grant.id) ?? null,
          endsSoon: isLive(grant, now) && grant.origin !== 'emergency' && remindedFrom(grant) <= now,
          isNews: grant.origin === 'onward' && grant.state === 'live' && !grant.notedAt,
          version: grant.version,
          isToMe: openTo([grant], officer, now).length > 0,
          canPassOn: mayPassOn && grant.allowsOnward && openTo([grant], officer, now).length > 0,
          ...mayDo(grant),
        }
      }),
    }
  },
})
