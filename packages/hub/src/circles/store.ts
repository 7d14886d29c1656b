import type { Tx } from '@lianban/db'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Circle } from './circle.ts'
import { circles, membersOfForces, membersOfHandoffs, membersOfRecords } from './members.ts'

/** By record, as far as the wall shows them: to another agency it does not name who may know. */
export const circlesOf = (tx: Tx, ids: readonly string[]) => membersIn(tx, membersOfRecords, ids)

/** By the record of a handoff, or by its sender. */
export const circlesOfHandoffs = (tx: Tx, ids: readonly string[]) => membersIn(tx, membersOfHandoffs, ids)

/** By case, and by task force where there is none. */
export const circlesOfForces = (tx: Tx, ids: readonly string[]) => membersIn(tx, membersOfForces, ids)

async function membersIn(tx: Tx, from: SQL, ids: readonly string[]): Promise<ReadonlyMap<string, Circle>> {
  const wanted = [...new Set(ids)]
  if (!wanted.length) return new Map()
  const { rows } = await tx.execute<{ record_id: string; member_id: Circle[number]['memberId'] }>(
    sql`select ${circles.recordId}, ${circles.memberId} from ${from} where ${inArray(circles.recordId, wanted)}`,
  )
  const found = Map.groupBy(rows, (row) => row.record_id)
  return new Map(wanted.map((id) => [id, (found.get(id) ?? []).map((row) => ({ memberId: row.member_id }))]))
}
