import { type SQL, sql } from 'drizzle-orm'
import { pgTable, uuid } from 'drizzle-orm/pg-core'

/** Not a table of its own: read off from where the records say whom they are kept to. */
export const circles = pgTable('circles', {
  recordId: uuid('record_id').notNull(),
  memberId: uuid('member_id').notNull(),
})

const ofRecords = sql`select id as record_id, owner_agency_id as member_id from cases where not is_restricted
  union all select id, owner_agency_id from clues where not is_restricted
  union all select record_id, officer_id from record_readers`

export const membersOfRecords: SQL = sql`(${ofRecords}) as ${circles}`

/** A handoff by an agency that does not own the record is known to all of the agency. */
export const membersOfHandoffs: SQL = sql`(${ofRecords} union all select id, id from agencies) as ${circles}`

/** A task force for a purpose of its own hangs on no case: it is known to the agency that leads it. */
export const membersOfForces: SQL = sql`(${ofRecords}
  union all select id, lead_agency_id from task_forces where case_id is null) as ${circles}`
