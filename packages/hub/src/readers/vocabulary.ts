import type { RelationDefinition } from '@lianban/policy'
import { and, eq, type SQL } from 'drizzle-orm'
import type { RecordKind } from '../grants/index.ts'
import { recordReaders } from './table.ts'

/** The officers to whom a record is kept, as a relation of it; `on` ties them to it. */
export const readersRelation = (kind: RecordKind, on: SQL): RelationDefinition => ({
  from: recordReaders,
  on: and(eq(recordReaders.recordKind, kind), on)!,
  fields: { officerId: { type: 'id', column: recordReaders.officerId } },
})

/** A list may start from them. */
export const startingFromReaders = (kind: RecordKind): Required<Pick<RelationDefinition, 'drives'>> => ({
  drives: {
    where: eq(recordReaders.recordKind, kind),
    by: ['officerId'],
    at: recordReaders.recordAt,
    id: recordReaders.recordId,
    areFew: true,
  },
})
