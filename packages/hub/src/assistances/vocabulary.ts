import { assistanceDeeds, assistanceStates } from '@lianban/law'
import type { SubjectDefinition } from '@lianban/policy'
import { circleOfRecord } from '../circles/index.ts'
import { assistances } from './table.ts'

export const assistanceVocabulary = {
  actions: ['read', 'crossCheck', ...assistanceDeeds],
  fields: {
    fromAgencyId: { type: 'id', column: assistances.fromAgencyId },
    toAgencyId: { type: 'id', column: assistances.toAgencyId },
    overseerAgencyId: { type: 'id', column: assistances.overseerAgencyId },
    superiorAgencyId: { type: 'id', column: assistances.superiorAgencyId },
    state: { type: 'text', column: assistances.state, values: assistanceStates },
    approval: { type: 'text', column: assistances.approval, values: ['leader', 'desk'] },
    climbsAt: { type: 'time', column: assistances.climbsAt },
  },
  relations: { circle: circleOfRecord(assistances.caseId) },
} satisfies SubjectDefinition
