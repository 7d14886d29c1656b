import type { SubjectDefinition } from '@lianban/policy'
import { eq } from 'drizzle-orm'
import { agreementParties, agreements } from './table.ts'

export const agreementVocabulary = {
  actions: ['read', 'propose', 'sign'],
  fields: {
    proposedByAgencyId: { type: 'id', column: agreements.proposedByAgencyId },
    state: { type: 'text', column: agreements.state, values: ['proposed', 'in_force', 'ended'] },
  },
  relations: {
    parties: {
      from: agreementParties,
      on: eq(agreementParties.agreementId, agreements.id),
      fields: {
        agencyId: { type: 'id', column: agreementParties.agencyId },
        isSigned: { type: 'flag', column: agreementParties.isSigned },
      },
    },
  },
} satisfies SubjectDefinition
