import type { RelationDefinition } from '@lianban/policy'
import { eq, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { circles, membersOfForces, membersOfHandoffs, membersOfRecords } from './members.ts'

const fields: RelationDefinition['fields'] = { memberId: { type: 'id', column: circles.memberId } }

/** Who may know of the record that a row hangs on, as a relation of that row. */
export const circleOfRecord = (recordId: AnyPgColumn): RelationDefinition => ({
  from: membersOfRecords,
  on: eq(circles.recordId, recordId),
  fields,
})

/** The same of a handoff, by the record or by the sender. */
export const circleOfHandoff = (circleId: AnyPgColumn): RelationDefinition => ({
  from: membersOfHandoffs,
  on: eq(circles.recordId, circleId),
  fields,
})

/** The same of a task force, by its case or else by itself. */
export const circleOfForce = (hangsOn: SQL): RelationDefinition => ({
  from: membersOfForces,
  on: eq(circles.recordId, hangsOn),
  fields,
})
