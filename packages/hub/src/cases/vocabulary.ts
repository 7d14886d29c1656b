import type { SubjectDefinition } from '@lianban/policy'
import { and, eq } from 'drizzle-orm'
import { ownerRelation } from '../agencies/index.ts'
import { agreementRelation } from '../agreements/index.ts'
import { handlingCodes, labels } from '../classification.ts'
import { grantRelation, grants, startingFromGrants } from '../grants/index.ts'
import { readersRelation, recordReaders, startingFromReaders } from '../readers/index.ts'
import { seatsOfCase } from '../seats/index.ts'
import { stages, withholdable } from './case.ts'
import { cases, casesList } from './table.ts'

export const caseVocabulary = {
  actions: [
    'read',
    'open',
    'share',
    'passOn',
    'widen',
    'recordFigure',
    'recordEvent',
    'addSection',
    'arrangeDossier',
    'takeStep',
    'decideStep',
    'reviewStep',
    'close',
    'reopen',
    'prepareHandoff',
    'handBack',
    'handOver',
    'giveOpinion',
    'askAssistance',
    'readTrail',
    'correct',
    'proposeChange',
    'readDerivation',
    'breakGlass',
    'proposeSeal',
    'signSeal',
    'exportDossier',
  ],
  fields: {
    ownerAgencyId: { type: 'id', column: cases.ownerAgencyId, drives: true },
    leadAgencyId: { type: 'id', column: cases.leadAgencyId, drives: true },
    stage: { type: 'text', column: cases.stage, values: stages },
    label: { type: 'text', column: cases.label, values: labels },
    handlingCode: { type: 'text', column: cases.handlingCode, values: handlingCodes },
    isRestricted: { type: 'flag', column: cases.isRestricted },
  },
  relations: {
    ownerAgency: ownerRelation(cases.ownerAgencyId),
    agreements: agreementRelation(cases.ownerAgencyId),
    grants: {
      ...grantRelation(and(eq(grants.recordKind, 'Case'), eq(grants.recordId, cases.id))!),
      ...startingFromGrants('Case'),
    },
    readers: { ...readersRelation('Case', eq(recordReaders.recordId, cases.id)), ...startingFromReaders('Case') },
    taskForceSeats: seatsOfCase(cases.id),
  },
  withholdable: withholdable.map(({ field }) => field),
  withholdableWords: Object.fromEntries(withholdable.map(({ field, zh, en }) => [field, { zh, en }])),
  list: casesList,
} satisfies SubjectDefinition
