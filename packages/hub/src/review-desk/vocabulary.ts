import type { SubjectDefinition } from '@lianban/policy'
import { standingInCase } from '../standing/index.ts'
import { reviewMarks } from './table.ts'

export const reviewVocabulary = {
  actions: ['read', 'note', 'mark'],
  fields: { agencyId: { type: 'id', column: reviewMarks.agencyId } },
  relations: { standing: standingInCase(reviewMarks.caseId) },
} satisfies SubjectDefinition
