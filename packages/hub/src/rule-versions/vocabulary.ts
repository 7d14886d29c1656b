import { agencies } from '@lianban/identity'
import type { SubjectDefinition } from '@lianban/policy'
import { policyChanges } from './table.ts'

export const ruleChangeVocabulary = {
  actions: ['read', 'propose', 'approve', 'decline', 'withdraw'],
  fields: {
    operatorId: { type: 'id', column: policyChanges.operatorId },
    proposedBy: { type: 'id', column: policyChanges.proposedBy },
  },
  relations: {},
} satisfies SubjectDefinition

export const ruleVersionVocabulary = {
  actions: ['read'],
  // Rules hold for the whole hub, and the operator keeps them.
  fields: { operatorId: { type: 'id', column: agencies.id } },
  relations: {},
} satisfies SubjectDefinition
