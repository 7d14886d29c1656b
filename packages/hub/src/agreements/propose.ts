import { type AgencyId, type AgreementId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { findAgency } from '../agencies/index.ts'
import { Label, Level, line } from '../classification.ts'
import { command } from '../command.ts'
import type { Agreement } from './agreement.ts'
import { noOtherParty, validityEmpty } from './refusals.ts'
import { insertAgreement } from './store.ts'

/** A leader lays down the terms of a standing agreement and signs it; it is in force once every party has signed. */
export const proposeAgreement = command({
  name: 'agreement.propose',
  on: 'Agreement',
  input: z.object({
    number: line(60),
    title: line(120),
    legalBasis: line(500),
    purposes: z.array(line(60)).min(1).max(10),
    maxLabel: Label,
    maxLevel: Level,
    allowsOnward: z.boolean(),
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime(),
    partySlugs: z.array(line(40)).min(1).max(60),
  }),
  subject: async ({ input, officer, now }): Promise<Agreement> => {
    const { partySlugs: _, ...terms } = input
    return {
      ...terms,
      id: newId<AgreementId>(),
      validFrom: new Date(terms.validFrom),
      validUntil: new Date(terms.validUntil),
      state: 'proposed',
      proposedByAgencyId: officer.agencyId,
      proposedAt: now,
      version: 1,
      parties: [{ agencyId: officer.agencyId, signedBy: officer.id, signedAt: now, isSigned: true }],
    }
  },
  async run({ input, subject, tx }) {
    if (subject.validUntil <= subject.validFrom) throw validityEmpty()
    const others = new Set<AgencyId>()
    for (const slug of new Set(input.partySlugs)) others.add((await findAgency(tx, { slug })).id)
    others.delete(subject.proposedByAgencyId)
    if (others.size === 0) throw noOtherParty()
    await insertAgreement(tx, {
      ...subject,
      parties: [
        ...subject.parties,
        ...[...others].map((agencyId) => ({ agencyId, signedBy: null, signedAt: null, isSigned: false })),
      ],
    })
    return { agreementId: subject.id }
  },
  facts: ({ subject }) => ({ number: subject.number }),
})
