import type { SubjectDefinition } from '@lianban/policy'
import { eq } from 'drizzle-orm'
import { clues, clueVocabulary } from '../clues/index.ts'
import { readersRelation, recordReaders } from '../readers/index.ts'
import { assessments } from './table.ts'

/** To read an assessment is to read its note: verdict and grades are for whoever reads the clue. */
export const assessmentVocabulary = {
  actions: ['read'],
  fields: { agencyId: { type: 'id', column: assessments.agencyId } },
  relations: {
    clue: {
      from: clues,
      on: eq(clues.id, assessments.clueId),
      fields: {
        ownerAgencyId: clueVocabulary.fields.ownerAgencyId,
        isRestricted: clueVocabulary.fields.isRestricted,
      },
    },
    clueReaders: readersRelation('Clue', eq(recordReaders.recordId, assessments.clueId)),
  },
} satisfies SubjectDefinition
