import type { SubjectDefinition } from '@lianban/policy'
import { and, eq } from 'drizzle-orm'
import { ownerRelation } from '../agencies/index.ts'
import { agreementRelation } from '../agreements/index.ts'
import { handlingCodes, labels } from '../classification.ts'
import { grantRelation, grants, startingFromGrants } from '../grants/index.ts'
import { seatRelation } from '../task-forces/index.ts'
import { stages, withholdable } from './case.ts'
import { cases, casesList } from './table.ts'

export const caseVocabulary = {
  actions: [
    'read',
    'open',
    'share',
    'recordFigure',
    'recordEvent',
    'addSection',
    'prepareHandoff',
    'readTrail',
    'correct',
    'proposeChange',
    'readDerivation',
    'breakGlass',
  ],
  fields: {
    ownerAgencyId: { type: 'id', column: cases.ownerAgencyId, drives: true },
    leadAgencyId: { type: 'id', column: cases.leadAgencyId, drives: true },
    stage: { type: 'text', column: cases.stage, values: stages },
    label: { type: 'text', column: cases.label, values: labels },
    handlingCode: { type: 'text', column: cases.handlingCode, values: handlingCodes },
  },
  relations: {
    ownerAgency: ownerRelation(cases.ownerAgencyId),
    agreements: agreementRelation(cases.ownerAgencyId),
    taskForceSeats: seatRelation(cases.id),
    grants: {
      ...grantRelation(and(eq(grants.recordKind, 'Case'), eq(grants.recordId, cases.id))!),
      ...startingFromGrants('Case'),
    },
  },
  withholdable: withholdable.map(({ field }) => field),
  list: casesList,
} satisfies SubjectDefinition
