import type { RelationDefinition, SubjectDefinition } from '@lianban/policy'
import type { SQL } from 'drizzle-orm'
import { circleOfRecord } from '../circles/index.ts'
import { levels } from '../classification.ts'
import { grantOrigins, grantStates, recordKinds } from './grant.ts'
import { grants } from './table.ts'

/** Grants as a relation of whatever record they open; `on` ties them to it. */
export const grantRelation = (on: SQL): RelationDefinition => ({
  from: grants,
  on,
  fields: {
    granteeAgencyId: { type: 'id', column: grants.granteeAgencyId },
    granteeId: { type: 'id', column: grants.granteeId },
    level: { type: 'text', column: grants.level, values: levels },
    state: { type: 'text', column: grants.state, values: grantStates },
    expiresAt: { type: 'time', column: grants.expiresAt },
    allowsOnward: { type: 'flag', column: grants.allowsOnward },
    showsClues: { type: 'flag', column: grants.showsClues },
    purpose: { type: 'text', column: grants.purpose },
  },
})

export const grantVocabulary = {
  actions: ['read', 'recall', 'extend', 'approve', 'decline', 'note', 'review'],
  fields: {
    ownerAgencyId: { type: 'id', column: grants.ownerAgencyId },
    granteeAgencyId: { type: 'id', column: grants.granteeAgencyId },
    granteeId: { type: 'id', column: grants.granteeId },
    onwardAgencyId: { type: 'id', column: grants.onwardAgencyId },
    proposedBy: { type: 'id', column: grants.proposedBy },
    origin: { type: 'text', column: grants.origin, values: grantOrigins },
    recordKind: { type: 'text', column: grants.recordKind, values: recordKinds },
    state: { type: 'text', column: grants.state, values: grantStates },
  },
  relations: { circle: circleOfRecord(grants.recordId) },
} satisfies SubjectDefinition
