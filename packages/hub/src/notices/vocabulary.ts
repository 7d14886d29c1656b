import type { SubjectDefinition } from '@lianban/policy'
import { notices } from './table.ts'

export const inboxVocabulary = {
  actions: ['read', 'see', 'choose'],
  fields: { officerId: { type: 'id', column: notices.officerId } },
  relations: {},
} satisfies SubjectDefinition
