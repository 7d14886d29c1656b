import type { SubjectDefinition } from '@lianban/policy'
import { and, eq } from 'drizzle-orm'
import { circleOfRecord } from '../circles/index.ts'
import { grantRelation, grants } from '../grants/index.ts'
import { clockParties, clocks } from './table.ts'

const parts = ['liable', 'owed', 'superior'] as const

export const clockVocabulary = {
  actions: ['read'],
  fields: {
    ownerAgencyId: { type: 'id', column: clocks.ownerAgencyId },
    isOpenToReaders: { type: 'flag', column: clocks.isOpenToReaders },
  },
  relations: {
    circle: circleOfRecord(clocks.recordId),
    parties: {
      from: clockParties,
      on: eq(clockParties.clockId, clocks.id),
      fields: {
        agencyId: { type: 'id', column: clockParties.agencyId },
        part: { type: 'text', column: clockParties.part, values: parts },
      },
    },
    grants: grantRelation(and(eq(grants.recordId, clocks.recordId), eq(grants.recordKind, clocks.recordKind))!),
  },
} satisfies SubjectDefinition
