import type { SubjectDefinition } from '@lianban/policy'
import { standingInCase } from '../standing/index.ts'
import { evidenceItems } from './table.ts'

export const evidenceVocabulary = {
  actions: ['read', 'record', 'amend', 'convert', 'give', 'receive', 'keep', 'dispose', 'attach', 'prove'],
  fields: {
    agencyId: { type: 'id', column: evidenceItems.agencyId },
    holderAgencyId: { type: 'id', column: evidenceItems.holderAgencyId },
    pendingAgencyId: { type: 'id', column: evidenceItems.pendingAgencyId },
  },
  relations: { standing: standingInCase(evidenceItems.caseId) },
} satisfies SubjectDefinition
