import type { Tx } from '@lianban/db'
import type { ClueId } from '@lianban/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { clues } from './table.ts'

/** What an agency may find of a clue. */
export const verdicts = ['confirmed', 'refuted', 'undecided'] as const
export type Verdict = (typeof verdicts)[number]

/** What a list of clues can be narrowed to: a verdict that some agency stands by, or that nobody has found anything yet. */
export const wantedVerdicts = [...verdicts, 'none'] as const
export type WantedVerdict = (typeof wantedVerdicts)[number]

/** Only the latest assessment of an agency counts: what it thought before narrows nothing. */
export const hasVerdict = (wanted: WantedVerdict | undefined): SQL | undefined =>
  wanted &&
  (wanted === 'none'
    ? sql`not exists (select 1 from clue_assessments a where a.clue_id = ${clues.id})`
    : sql`exists (select 1 from clue_assessments a where a.clue_id = ${clues.id} and a.verdict = ${wanted}
        and not exists (select 1 from clue_assessments b where b.clue_id = a.clue_id and b.agency_id = a.agency_id
          and (b.assessed_at, b.id) > (a.assessed_at, a.id)))`)

/** The verdicts that the agencies stand by, one an agency, of each clue. */
export async function verdictsOf(tx: Tx, ids: readonly ClueId[]): Promise<ReadonlyMap<ClueId, Verdict[]>> {
  const found = new Map<ClueId, Verdict[]>(ids.map((id) => [id, []]))
  if (!ids.length) return found
  const { rows } = await tx.execute<{ clue_id: ClueId; verdict: Verdict }>(
    sql`select distinct on (clue_id, agency_id) clue_id, verdict from clue_assessments
        where clue_id = any (${sql.param([...ids])}::uuid[]) order by clue_id, agency_id, assessed_at desc, id desc`,
  )
  for (const row of rows) found.get(row.clue_id)?.push(row.verdict)
  return found
}
