import type { SubjectDefinition } from '@lianban/policy'
import { eq, sql } from 'drizzle-orm'
import { cases, caseVocabulary } from '../cases/index.ts'
import { circleOfRecord } from '../circles/index.ts'
import { handlingCodes } from '../classification.ts'
import { grantRelation, grants } from '../grants/index.ts'
import { caseFiles } from './table.ts'

export const fileVocabulary = {
  actions: ['read', 'add', 'download', 'mark'],
  fields: {
    ownerAgencyId: { type: 'id', column: caseFiles.ownerAgencyId },
    handlingCode: { type: 'text', column: caseFiles.handlingCode, values: handlingCodes },
  },
  relations: {
    case: {
      from: cases,
      on: eq(cases.id, caseFiles.caseId),
      fields: {
        ownerAgencyId: caseVocabulary.fields.ownerAgencyId,
        leadAgencyId: caseVocabulary.fields.leadAgencyId,
        stage: caseVocabulary.fields.stage,
        isRestricted: caseVocabulary.fields.isRestricted,
      },
    },
    circle: circleOfRecord(caseFiles.caseId),
    caseGrants: grantRelation(sql`${grants.recordKind} = 'Case' and ${grants.recordId} = ${caseFiles.caseId}`),
  },
} satisfies SubjectDefinition
