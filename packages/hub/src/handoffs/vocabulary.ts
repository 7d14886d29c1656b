import type { SubjectDefinition } from '@lianban/policy'
import { sql } from 'drizzle-orm'
import { circleOfHandoff } from '../circles/index.ts'
import { grantRelation, grants, startingFromGrants } from '../grants/index.ts'
import { handoffStates, moves } from './handoff.ts'
import { handoffs } from './table.ts'

export const handoffVocabulary = {
  actions: ['read', 'open', 'readList', ...moves],
  fields: {
    fromAgencyId: { type: 'id', column: handoffs.fromAgencyId, drives: true },
    toAgencyId: { type: 'id', column: handoffs.toAgencyId, drives: true },
    overseerAgencyId: { type: 'id', column: handoffs.overseerAgencyId, drives: true },
    state: { type: 'text', column: handoffs.state, values: handoffStates },
  },
  relations: {
    circle: circleOfHandoff(handoffs.circleId),
    caseGrants: {
      ...grantRelation(sql`${grants.recordKind} = 'Case' and ${grants.recordId} = ${handoffs.caseId}`),
      ...startingFromGrants('Case', {
        from: sql`${grants} join ${handoffs} on ${handoffs.caseId} = ${grants.recordId}`,
        at: handoffs.preparedAt,
        id: handoffs.id,
      }),
    },
  },
  list: { table: handoffs, at: handoffs.preparedAt, id: handoffs.id },
} satisfies SubjectDefinition
