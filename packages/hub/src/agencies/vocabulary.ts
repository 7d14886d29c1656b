import type { SubjectDefinition } from '@lianban/policy'
import { agencies } from './table.ts'

export const agencyVocabulary = {
  actions: ['register', 'registerOfficer'],
  // The register is kept by the operator: the draft of an entry names it.
  fields: { operatorId: { type: 'id', column: agencies.id } },
  relations: {},
} satisfies SubjectDefinition
