import { agencies, officers } from '@lianban/identity'
import type { SubjectDefinition } from '@lianban/policy'
import { eq } from 'drizzle-orm'
import { officerChanges } from './table.ts'

export const officerVocabulary = {
  actions: ['read'],
  fields: { agencyId: { type: 'id', column: officers.agencyId } },
  relations: {
    // The register is kept by the operator, whichever agency the officer belongs to.
    keptBy: {
      from: agencies,
      on: eq(agencies.kind, 'operator'),
      fields: { agencyId: { type: 'id', column: agencies.id } },
    },
  },
} satisfies SubjectDefinition

export const officerChangeVocabulary = {
  actions: ['read', 'propose', 'approve', 'decline', 'withdraw'],
  fields: {
    operatorId: { type: 'id', column: officerChanges.operatorId },
    agencyId: { type: 'id', column: officerChanges.agencyId },
    concernsId: { type: 'id', column: officerChanges.concernsId },
    touchesOffice: { type: 'flag', column: officerChanges.touchesOffice },
    proposedBy: { type: 'id', column: officerChanges.proposedBy },
  },
  relations: {},
} satisfies SubjectDefinition
