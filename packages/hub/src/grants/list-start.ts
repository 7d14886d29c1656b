import type { RelationDefinition } from '@lianban/policy'
import { eq, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { RecordKind } from './grant.ts'
import { grants } from './table.ts'

/** What is listed, where it is not the granted record itself but hangs on it. */
type Reached = { readonly from: SQL; readonly at: AnyPgColumn; readonly id: AnyPgColumn }

/** A list may start from the grants on one kind of record: each carries the record's id and time. */
export const startingFromGrants = (
  kind: RecordKind,
  reached?: Reached,
): Required<Pick<RelationDefinition, 'drives'>> => ({
  drives: {
    where: eq(grants.recordKind, kind),
    by: ['granteeId'],
    at: grants.recordAt,
    id: grants.recordId,
    ...reached,
  },
})
