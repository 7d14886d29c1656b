import type { SubjectDefinition } from '@lianban/policy'
import { circleOfRecord } from '../circles/index.ts'
import { legalHolds } from './table.ts'

export const holdVocabulary = {
  actions: ['read', 'lay', 'lift'],
  fields: {
    agencyId: { type: 'id', column: legalHolds.agencyId },
    ownerAgencyId: { type: 'id', column: legalHolds.ownerAgencyId },
  },
  relations: { circle: circleOfRecord(legalHolds.rootId) },
} satisfies SubjectDefinition
