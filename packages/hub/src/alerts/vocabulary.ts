import type { SubjectDefinition } from '@lianban/policy'
import { alerts } from './table.ts'

export const alertVocabulary = {
  actions: ['read', 'answer'],
  fields: {
    toldAgencyId: { type: 'id', column: alerts.toldAgencyId },
    officerId: { type: 'id', column: alerts.officerId },
  },
  relations: {},
} satisfies SubjectDefinition
