import type { AgencyId } from '@lianban/kernel'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { agreementsWhere, closedToLabel } from '../agreements/index.ts'
import { isLive } from '../grants/index.ts'
import { find } from '../query.ts'
import { findRecord, RecordRef, withholdableOf } from './record.ts'

/** Whom a record may be shared with, and under which agreement; one that cannot carry the share says why. */
export const shareOptions = find({
  name: 'grant.options',
  on: ({ record }) => record.kind,
  action: 'share',
  input: z.strictObject({ record: RecordRef }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, subject, officer, tx, now, hub }) {
    const agreements = await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
    const open = new Set<string>(
      subject.grants.filter((grant) => isLive(grant, now) && !grant.taskForceId).map((grant) => grant.granteeId),
    )
    const candidates = new Set<AgencyId>(
      agreements.flatMap((agreement) => agreement.parties.map((party) => party.agencyId)),
    )
    candidates.delete(subject.ownerAgencyId)
    const cards = await agencyCards(
      tx,
      [...candidates].filter((id) => !open.has(id)),
    )
    return {
      agencies: [...cards.values()].map((agency) => ({
        agency,
        agreements: agreements
          .filter((agreement) => agreement.parties.some((party) => party.agencyId === agency.id))
          .map((agreement) => ({
            id: agreement.id,
            number: agreement.number,
            title: agreement.title,
            legalBasis: agreement.legalBasis,
            purposes: agreement.purposes,
            maxLevel: agreement.maxLevel,
            maxLabel: agreement.maxLabel,
            allowsOnward: agreement.allowsOnward,
            validUntil: agreement.validUntil,
            blocked: closedToLabel(agreement, subject.label, now) ?? null,
          })),
      })),
      withholdable: withholdableOf[input.record.kind],
    }
  },
})
