import type { Tx } from '@lianban/db'
import { type AgencyId, Refusal } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { sql } from 'drizzle-orm'
import { findCase } from '../cases/index.ts'
import type { Hub } from '../hub.ts'
import type { AnyRecord, AnyRow } from './record.ts'

/** How often officers of an agency looked at a record in a span of time, and how often they were refused. */
export type Looked = { readonly looked: number; readonly refused: number; readonly lastAt: Date }

const looks = ['case.find', 'clue.find', 'section.enter', 'handoff.find', 'taskForce.find']

/** By agency, from the log, as far as the asker may read it. */
export async function whoLooked(
  tx: Tx,
  recordId: string,
  { from, until }: { from: Date; until: Date },
): Promise<ReadonlyMap<AgencyId, Looked>> {
  const { rows } = await tx.execute<{ agency: AgencyId; looked: number; refused: number; last: string }>(sql`
    select agency_id as agency, max(at) as last,
      count(*) filter (where outcome = 'done')::int as looked, count(*) filter (where outcome = 'refused')::int as refused
    from audit_entries
    where subject_id = ${recordId} and act in ${looks} and agency_id is not null
      and at >= ${from.getTime()} and at < ${until.getTime()}
    group by agency_id`)
  return new Map(
    rows.map(({ agency, looked, refused, last }) => [agency, { looked, refused, lastAt: new Date(Number(last)) }]),
  )
}

/**
 * Whether the asker may learn who looked: whoever reads the trail of the case, and of a clue whoever decides whom it is shared
 * with. Looks at a task force that is for no case are each agency's own to read.
 */
export async function mayReadLog(
  { hub, tx, officer }: { hub: Hub; tx: Tx; officer: Officer },
  { kind }: AnyRecord,
  row: AnyRow,
): Promise<boolean> {
  if (kind === 'Clue') return Boolean(hub.policy.allows(officer, 'share', 'Clue', row))
  const caseId = kind === 'Case' ? (row.id as Parameters<typeof findCase>[1]) : row.caseId
  if (!caseId) return false
  const ofCase = await findCase(tx, caseId).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
  return Boolean(ofCase && hub.policy.allows(officer, 'readTrail', 'Case', ofCase))
}
