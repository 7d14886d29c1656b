import type { RelationDefinition } from '@lianban/policy'
import { eq, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { forever, standings } from './standing.ts'

/** Not a table of its own: read off from the cases, their readers and their grants. */
const inCases = pgTable('in_cases', {
  caseId: uuid('case_id').notNull(),
  agencyId: uuid('agency_id').notNull(),
  memberId: uuid('member_id').notNull(),
  part: text('part').notNull(),
  until: timestamp('until', { withTimezone: true }).notNull(),
  stage: text('stage').notNull(),
})

const end = sql.raw(`'${forever.toISOString()}'::timestamptz`)

const members: SQL = sql`(
  select id as case_id, owner_agency_id as agency_id, owner_agency_id as member_id, 'owner' as part, ${end} as until, stage
    from cases where not is_restricted
  union all select id, lead_agency_id, lead_agency_id, 'lead', ${end}, stage from cases where not is_restricted
  union all select c.id, c.owner_agency_id, r.officer_id, 'owner', ${end}, c.stage
    from record_readers r join cases c on c.id = r.record_id
  union all select c.id, g.grantee_agency_id, g.grantee_id, g.level, g.expires_at, c.stage
    from grants g join cases c on c.id = g.record_id where g.record_kind = 'Case' and g.state = 'live') as ${inCases}`

/** Who stands in the case that a row hangs on, as a relation of that row. */
export const standingInCase = (caseId: AnyPgColumn): RelationDefinition => ({
  from: members,
  on: eq(inCases.caseId, caseId),
  fields: {
    agencyId: { type: 'id', column: inCases.agencyId },
    memberId: { type: 'id', column: inCases.memberId },
    part: { type: 'text', column: inCases.part, values: standings },
    until: { type: 'time', column: inCases.until },
    stage: { type: 'text', column: inCases.stage, values: ['investigating', 'transferred', 'closed'] },
  },
})
