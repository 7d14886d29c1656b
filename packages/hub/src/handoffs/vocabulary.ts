import type { SubjectDefinition } from '@lianban/policy'
import { sql } from 'drizzle-orm'
import { grantRelation, grants } from '../grants/index.ts'
import { handoffStates, moves } from './handoff.ts'
import { handoffs } from './table.ts'

export const handoffVocabulary = {
  actions: ['read', 'open', 'readList', ...moves],
  fields: {
    fromAgencyId: { type: 'id', column: handoffs.fromAgencyId },
    toAgencyId: { type: 'id', column: handoffs.toAgencyId },
    state: { type: 'text', column: handoffs.state, values: handoffStates },
  },
  relations: {
    caseGrants: grantRelation(sql`${grants.recordKind} = 'Case' and ${grants.recordId} = ${handoffs.caseId}`),
  },
} satisfies SubjectDefinition
