import type { Tx } from '@lianban/db'
import type { CaseId } from '@lianban/kernel'
import type { RelationDefinition } from '@lianban/policy'
import { eq, inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { RelationWords } from '../told.ts'
import { taskForceSeats, taskForces } from './table.ts'

/** A seat in a task force on a case, as far as rules ask about it. */
export type Seat = Pick<typeof taskForceSeats.$inferSelect, 'agencyId' | 'memberId' | 'state'> & {
  readonly taskForceState: (typeof taskForces.$inferSelect)['state']
  readonly until: Date
}

/** Seats in the task forces on a case, as a relation of that case. */
export const seatRelation = (caseId: AnyPgColumn): RelationDefinition => ({
  from: sql`${taskForceSeats} inner join ${taskForces} on ${eq(taskForces.id, taskForceSeats.taskForceId)}`,
  on: eq(taskForces.caseId, caseId),
  fields: {
    agencyId: { type: 'id', column: taskForceSeats.agencyId },
    memberId: { type: 'id', column: taskForceSeats.memberId },
    state: { type: 'text', column: taskForceSeats.state, values: ['active', 'revoked'] },
    taskForceState: { type: 'text', column: taskForces.state, values: ['active', 'dissolved'] },
    until: { type: 'time', column: taskForces.until },
  },
})

/** Who sits in the task forces on each case, as far as the reader may know of them. */
export async function seatsOn(tx: Tx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, readonly Seat[]>> {
  const found = new Map<CaseId, Seat[]>(caseIds.map((id) => [id, []]))
  if (!caseIds.length) return found
  const rows = await tx
    .select({ seat: taskForceSeats, force: taskForces })
    .from(taskForceSeats)
    .innerJoin(taskForces, eq(taskForces.id, taskForceSeats.taskForceId))
    .where(inArray(taskForces.caseId, [...caseIds]))
  for (const { seat, force } of rows) {
    const { agencyId, memberId, state } = seat
    found.get(force.caseId!)?.push({ agencyId, memberId, state, taskForceState: force.state, until: force.until })
  }
  return found
}

/** Seats as they are said of the case. */
export const seatWords: RelationWords = {
  words: { zh: '专案组席位', en: 'a seat in its task force' },
  lacking: { zh: '贵单位不在本案专案组中', en: 'your agency has no seat in the task force on the case' },
  gap: 'grant',
  fields: {
    agencyId: { words: { zh: '成员单位', en: 'the agency that sits' }, gap: 'grant' },
    memberId: { words: { zh: '专案组成员', en: 'who sits' }, gap: 'grant' },
    state: {
      words: { zh: '席位状态', en: 'the state of the seat' },
      lacking: { zh: '贵单位的专案组席位{value}', en: 'your agency’s seat is {value}' },
      gap: 'grant',
      valueWords: { active: { zh: '有效', en: 'active' }, revoked: { zh: '已撤销', en: 'revoked' } },
    },
    taskForceState: {
      words: { zh: '专案组状态', en: 'the state of the task force' },
      lacking: { zh: '专案组{value}', en: 'the task force is {value}' },
      gap: 'grant',
      valueWords: { active: { zh: '运行中', en: 'active' }, dissolved: { zh: '已解散', en: 'dissolved' } },
    },
    until: {
      words: { zh: '专案组期限', en: 'the end of the task force' },
      lacking: { zh: '专案组已于 {value} 到期', en: 'the task force ended on {value}' },
      gap: 'expired',
    },
  },
}
