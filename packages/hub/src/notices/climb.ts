import { appendEntry } from '@lianban/audit'
import { type AgencyId, type EntryId, newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import type { Hub } from '../hub.ts'
import { postNotice } from '../tell-officers.ts'

type Climbing = Pick<Hub, 'db' | 'clock' | 'law'>

/** Notices whose time to be read is over and of which nobody has looked whether they were. */
export async function dueClimbs({ db, clock }: Pick<Climbing, 'db' | 'clock'>, most: number): Promise<string[]> {
  const now = clock.now()
  const { rows } = await db.transaction({ duty: 'climbing' }, now, (tx) =>
    tx.execute<{ id: string }>(sql`select id from notice_climbs
      where state = 'waiting' and due_at <= ${now.toISOString()}::timestamptz order by due_at limit ${most}`),
  )
  return rows.map(({ id }) => id)
}

type Climb = {
  readonly state: 'read' | 'climbed'
  readonly agencyId: AgencyId
  readonly kind: string
  readonly roles: readonly string[]
  readonly minutes: number
  readonly matterKind: string
  readonly matterId: string
  readonly recordId: string
}

/**
 * Tells the next post of a notice that nobody has read. The mark, the entry in the log and the notice are one transaction,
 * so a process that dies at any step has told it wholly or not at all; whoever comes second finds the mark.
 */
export function climbNotice({ db, clock, law }: Climbing, climbId: string): Promise<boolean> {
  const now = clock.now()
  return db.transaction({ duty: 'climbing' }, now, async (tx) => {
    const { rows } = await tx.execute<Climb>(sql`update notice_climbs
      set state = case when climb_is_needless(id) then 'read' else 'climbed' end, done_at = ${now.toISOString()}::timestamptz
      where id = ${climbId}::uuid and state = 'waiting' and due_at <= ${now.toISOString()}::timestamptz
      returning state, agency_id as "agencyId", kind, to_roles as roles, minutes, matter_kind as "matterKind",
        matter_id as "matterId", record_id as "recordId"`)
    const [climb] = rows
    if (climb?.state !== 'climbed') return false
    const { agencyId, kind, roles, minutes, recordId } = climb
    const matter = { kind: climb.matterKind, id: climb.matterId }
    await appendEntry(tx, {
      id: newId<EntryId>(),
      at: now,
      act: 'notice.climb',
      outcome: 'done',
      subject: matter,
      facts: { agency: agencyId, minutes, roles: roles.join(',') },
    })
    await postNotice(tx, { law }, now, { act: 'notice.climb', agencyId, kind, roles, matter, recordId })
    return true
  })
}
