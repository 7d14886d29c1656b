import type { SubjectDefinition } from '@lianban/policy'
import { eq } from 'drizzle-orm'
import { circleOfRecord } from '../circles/index.ts'
import { sides } from './emergency.ts'
import { emergencies, emergencyReviews } from './table.ts'

export const emergencyVocabulary = {
  actions: ['read', 'review'],
  fields: {
    officerId: { type: 'id', column: emergencies.officerId },
    agencyId: { type: 'id', column: emergencies.agencyId },
    ownerAgencyId: { type: 'id', column: emergencies.ownerAgencyId },
  },
  relations: {
    circle: circleOfRecord(emergencies.recordId),
    reviews: {
      from: emergencyReviews,
      on: eq(emergencyReviews.emergencyId, emergencies.id),
      fields: {
        agencyId: { type: 'id', column: emergencyReviews.agencyId },
        side: { type: 'text', column: emergencyReviews.side, values: sides },
        isDone: { type: 'flag', column: emergencyReviews.isDone },
      },
    },
  },
} satisfies SubjectDefinition
