import type { SubjectDefinition } from '@lianban/policy'
import { circleOfHandoff } from '../circles/index.ts'
import { draws, findings } from './table.ts'

export const findingVocabulary = {
  actions: ['read', 'supervise'],
  fields: {
    toldAgencyId: { type: 'id', column: findings.toldAgencyId },
    toldAs: { type: 'text', column: findings.toldAs, values: ['watcher', 'own'] },
  },
  relations: { circle: circleOfHandoff(findings.circleId) },
} satisfies SubjectDefinition

export const drawVocabulary = {
  actions: ['read', 'beginDraw', 'freezeDraw', 'drawSample'],
  fields: { agencyId: { type: 'id', column: draws.agencyId } },
  relations: {},
} satisfies SubjectDefinition
