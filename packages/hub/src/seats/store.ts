import type { Tx } from '@lianban/db'
import { type CaseId, type TaskForceId, unseen } from '@lianban/kernel'
import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { circlesOfForces } from '../circles/index.ts'
import { lock } from '../lock.ts'
import { unlessTaken } from '../unless-taken.ts'
import { alreadySeated } from './refusals.ts'
import { taskForceSeats, taskForces } from './table.ts'
import type { Seat, SeatOnCase, TaskForce, TaskForceRow } from './task-force.ts'

export async function findTaskForce(tx: Tx, id: TaskForceId, options: { lock?: boolean } = {}): Promise<TaskForceRow> {
  if (options.lock) await lock(tx, 'TaskForce', id)
  const rows = await tx.select().from(taskForces).where(eq(taskForces.id, id))
  const [force] = await withSeats(tx, rows)
  if (!force) throw unseen()
  return force
}

export async function taskForcesWhere(tx: Tx, filter: SQL | undefined): Promise<TaskForceRow[]> {
  const rows = await tx
    .select()
    .from(taskForces)
    .where(filter)
    .orderBy(desc(taskForces.formedAt), desc(taskForces.id))
    .limit(200)
  return withSeats(tx, rows)
}

/** What the rules ask of a case: the seats in its task forces, as far as the wall shows them. */
export async function seatsOfCases(tx: Tx, ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, SeatOnCase[]>> {
  const found = new Map<CaseId, SeatOnCase[]>(ids.map((id) => [id, []]))
  const rows = ids.length
    ? await tx
        .select({ seat: taskForceSeats, caseId: taskForces.caseId, until: taskForces.until })
        .from(taskForceSeats)
        .innerJoin(taskForces, eq(taskForces.id, taskForceSeats.taskForceId))
        .where(inArray(taskForces.caseId, [...ids]))
    : []
  for (const { seat, caseId, until } of rows)
    if (caseId) found.get(caseId)?.push({ agencyId: seat.agencyId, memberId: seat.memberId, state: seat.state, until })
  return found
}

export async function insertTaskForce(tx: Tx, { seats, circle: _circle, ...force }: TaskForceRow): Promise<void> {
  await tx.insert(taskForces).values({ ...force, caseId: force.caseId ?? null })
  for (const seat of seats) await insertSeat(tx, seat)
}

export async function insertSeat(tx: Tx, { memberId: _derived, ...seat }: Seat): Promise<void> {
  await unlessTaken('task_force_seats_one_active', alreadySeated, tx.insert(taskForceSeats).values(seat))
}

export async function saveSeat(tx: Tx, { id, state, revokedBy, revokedAt, revokeReason }: Seat): Promise<void> {
  await tx
    .update(taskForceSeats)
    .set({ state, revokedBy, revokedAt, revokeReason })
    .where(and(eq(taskForceSeats.id, id), eq(taskForceSeats.state, 'active')))
}

export async function saveTaskForce(tx: Tx, force: TaskForce): Promise<void> {
  const { until, state, dissolvedBy, dissolvedAt, dissolveReason, version } = force
  await tx
    .update(taskForces)
    .set({ until, state, dissolvedBy, dissolvedAt, dissolveReason, version })
    .where(eq(taskForces.id, force.id))
}

async function withSeats(tx: Tx, rows: readonly (typeof taskForces.$inferSelect)[]): Promise<TaskForceRow[]> {
  const ids = rows.map((row) => row.id)
  const seats = ids.length
    ? await tx
        .select()
        .from(taskForceSeats)
        .where(inArray(taskForceSeats.taskForceId, ids))
        .orderBy(asc(taskForceSeats.seatedAt), asc(taskForceSeats.id))
    : []
  const circles = await circlesOfForces(
    tx,
    rows.map((row) => row.caseId ?? row.id),
  )
  return rows.map((row) => ({
    ...row,
    caseId: row.caseId ?? undefined,
    circle: circles.get(row.caseId ?? row.id)!,
    seats: seats.filter((seat) => seat.taskForceId === row.id),
  }))
}
