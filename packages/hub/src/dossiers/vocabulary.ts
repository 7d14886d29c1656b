import type { SubjectDefinition } from '@lianban/policy'
import { eq, sql } from 'drizzle-orm'
import { cases, caseVocabulary } from '../cases/index.ts'
import { grantRelation, grants } from '../grants/index.ts'
import { readersRelation, recordReaders } from '../readers/index.ts'
import { audiences } from './section.ts'
import { sectionMembers, sections } from './table.ts'

export const sectionVocabulary = {
  actions: ['read', 'write', 'restrict', 'readHistory', 'nameVersion', 'comment'],
  fields: {
    ownerAgencyId: { type: 'id', column: sections.ownerAgencyId },
    audience: { type: 'text', column: sections.audience, values: audiences },
  },
  relations: {
    members: {
      from: sectionMembers,
      on: eq(sectionMembers.sectionId, sections.id),
      fields: { agencyId: { type: 'id', column: sectionMembers.agencyId } },
    },
    case: {
      from: cases,
      on: eq(cases.id, sections.caseId),
      fields: {
        ownerAgencyId: caseVocabulary.fields.ownerAgencyId,
        leadAgencyId: caseVocabulary.fields.leadAgencyId,
        stage: caseVocabulary.fields.stage,
        isRestricted: caseVocabulary.fields.isRestricted,
      },
    },
    caseReaders: readersRelation('Case', eq(recordReaders.recordId, sections.caseId)),
    caseGrants: grantRelation(sql`${grants.recordKind} = 'Case' and ${grants.recordId} = ${sections.caseId}`),
  },
} satisfies SubjectDefinition
