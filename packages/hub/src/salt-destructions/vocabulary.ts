import type { SubjectDefinition } from '@lianban/policy'
import { saltDestructions } from './table.ts'

export const destructionVocabulary = {
  actions: ['read', 'propose', 'approve', 'decline', 'withdraw'],
  fields: {
    operatorId: { type: 'id', column: saltDestructions.operatorId },
    proposedBy: { type: 'id', column: saltDestructions.proposedBy },
  },
  relations: {},
} satisfies SubjectDefinition
