import type { SubjectDefinition } from '@lianban/policy'
import { and, eq, sql } from 'drizzle-orm'
import { ownerRelation } from '../agencies/index.ts'
import { agreementRelation } from '../agreements/index.ts'
import { handlingCodes, labels } from '../classification.ts'
import { grantRelation, grants, startingFromGrants } from '../grants/index.ts'
import { readersRelation, recordReaders, startingFromReaders } from '../readers/index.ts'
import { clueStates, withholdable } from './clue.ts'
import { caseClues, clues, cluesList } from './table.ts'

export const clueVocabulary = {
  actions: [
    'read',
    'record',
    'share',
    'passOn',
    'widen',
    'openCase',
    'assess',
    'decline',
    'correct',
    'proposeChange',
    'export',
    'readDerivation',
    'consent',
    'hintOf',
    'breakGlass',
    'handOn',
  ],
  fields: {
    ownerAgencyId: { type: 'id', column: clues.ownerAgencyId, drives: true },
    label: { type: 'text', column: clues.label, values: labels },
    handlingCode: { type: 'text', column: clues.handlingCode, values: handlingCodes },
    state: { type: 'text', column: clues.state, values: clueStates },
    isRestricted: { type: 'flag', column: clues.isRestricted },
  },
  relations: {
    ownerAgency: ownerRelation(clues.ownerAgencyId),
    agreements: agreementRelation(clues.ownerAgencyId),
    readers: { ...readersRelation('Clue', eq(recordReaders.recordId, clues.id)), ...startingFromReaders('Clue') },
    grants: {
      ...grantRelation(and(eq(grants.recordKind, 'Clue'), eq(grants.recordId, clues.id))!),
      ...startingFromGrants('Clue'),
    },
    caseGrants: {
      ...grantRelation(
        sql`${grants.recordKind} = 'Case' and ${grants.recordId} in
        (select ${caseClues.caseId} from ${caseClues} where ${caseClues.clueId} = ${clues.id} and ${caseClues.passesOn})`,
      ),
      ...startingFromGrants('Case', {
        from: sql`${grants} join ${caseClues} on ${caseClues.caseId} = ${grants.recordId} and ${caseClues.passesOn}
          join ${clues} on ${clues.id} = ${caseClues.clueId}`,
        at: clues.recordedAt,
        id: clues.id,
      }),
    },
  },
  withPurpose: ['hintOf'],
  withholdable: withholdable.map(({ field }) => field),
  withholdableWords: Object.fromEntries(withholdable.map(({ field, zh, en }) => [field, { zh, en }])),
  list: cluesList,
} satisfies SubjectDefinition
