import { agencies } from '@lianban/identity'
import type { SubjectDefinition } from '@lianban/policy'

export const agencyVocabulary = {
  actions: ['register', 'read', 'readTrail'],
  // The register is kept by the operator: the draft of an entry names it.
  fields: { operatorId: { type: 'id', column: agencies.id } },
  relations: {},
} satisfies SubjectDefinition
