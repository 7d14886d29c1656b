import type { SubjectDefinition } from '@lianban/policy'
import { eq } from 'drizzle-orm'
import { hitMatches, hitQueries } from './table.ts'

export const hitQueryVocabulary = {
  actions: ['read', 'ask'],
  fields: {
    officerId: { type: 'id', column: hitQueries.officerId },
    agencyId: { type: 'id', column: hitQueries.agencyId },
  },
  relations: {
    // Whose records the question was about: an owner sees its own matches and nobody else’s.
    matches: {
      from: hitMatches,
      on: eq(hitMatches.queryId, hitQueries.id),
      fields: { ownerAgencyId: { type: 'id', column: hitMatches.ownerAgencyId } },
    },
  },
} satisfies SubjectDefinition
