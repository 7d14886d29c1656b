import type { SubjectDefinition } from '@lianban/policy'
import { roomDamages } from './table.ts'

export const damageVocabulary = {
  actions: ['read'],
  fields: { ownerAgencyId: { type: 'id', column: roomDamages.ownerAgencyId } },
  relations: {},
} satisfies SubjectDefinition
