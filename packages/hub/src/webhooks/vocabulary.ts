import type { SubjectDefinition } from '@lianban/policy'
import { webhooks } from './table.ts'

export const webhookVocabulary = {
  actions: ['read', 'setUp', 'change', 'replay'],
  fields: { agencyId: { type: 'id', column: webhooks.agencyId } },
  relations: {},
} satisfies SubjectDefinition
