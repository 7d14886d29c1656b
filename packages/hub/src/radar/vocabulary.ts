import type { SubjectDefinition } from '@lianban/policy'
import { draws, findings } from './table.ts'

export const findingVocabulary = {
  actions: ['read', 'supervise'],
  fields: {
    toldAgencyId: { type: 'id', column: findings.toldAgencyId },
    toldAs: { type: 'text', column: findings.toldAs, values: ['watcher', 'own'] },
  },
  relations: {},
} satisfies SubjectDefinition

export const drawVocabulary = {
  actions: ['read', 'beginDraw', 'freezeDraw', 'drawSample'],
  fields: { agencyId: { type: 'id', column: draws.agencyId } },
  relations: {},
} satisfies SubjectDefinition
