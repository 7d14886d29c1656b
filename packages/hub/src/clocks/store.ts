import type { Tx } from '@lianban/db'
import { type AgencyId, type ClockId, newId } from '@lianban/kernel'
import { and, asc, eq, isNull, lte, notInArray, sql } from 'drizzle-orm'
import type { RecordKind } from '../grants/index.ts'
import { alarmsOf, type ClockParty, type StoredClock } from './clock.ts'
import type { Stage } from './stage.ts'
import { clockAlarms, clockParties, clocks, lawEvents } from './table.ts'

export type ToldEvent = typeof lawEvents.$inferSelect

export const insertEvent = async (tx: Tx, event: ToldEvent): Promise<void> => {
  await tx.insert(lawEvents).values(event)
}

/** In the order in which they happened, as the law counts. */
export const eventsOf = (tx: Tx, matterId: string): Promise<ToldEvent[]> =>
  tx.select().from(lawEvents).where(eq(lawEvents.matterId, matterId)).orderBy(asc(lawEvents.at), asc(lawEvents.id))

export const clocksOfMatter = (tx: Tx, matterId: string): Promise<StoredClock[]> =>
  tx.select().from(clocks).where(eq(clocks.matterId, matterId)).orderBy(asc(clocks.openedAt), asc(clocks.id))

/** A clock that did not run before, whom it concerns, and in the outbox whom to tell when. */
export async function openClock(tx: Tx, clock: StoredClock, parties: readonly ClockParty[]): Promise<void> {
  await tx.insert(clocks).values(clock)
  await insertParties(tx, clock.id, parties)
  await insertAlarms(tx, clock)
}

/** The same for a clock that runs already; what was told is not told again. */
export async function saveClock(tx: Tx, clock: StoredClock, parties: readonly ClockParty[] | undefined): Promise<void> {
  const { id, ...values } = clock
  await tx.update(clocks).set(values).where(eq(clocks.id, id))
  if (parties) {
    await tx.delete(clockParties).where(eq(clockParties.clockId, id))
    await insertParties(tx, id, parties)
  }
  await tx.delete(clockAlarms).where(and(eq(clockAlarms.clockId, id), isNull(clockAlarms.toldAt)))
  await insertAlarms(tx, clock)
}

async function insertParties(tx: Tx, clockId: ClockId, parties: readonly ClockParty[]): Promise<void> {
  if (parties.length) await tx.insert(clockParties).values(parties.map((party) => ({ ...party, clockId })))
}

async function insertAlarms(tx: Tx, clock: StoredClock): Promise<void> {
  const alarms = alarmsOf(clock).map((alarm) => ({ ...alarm, id: newId(), clockId: clock.id, dueAt: clock.dueAt! }))
  if (alarms.length) await tx.insert(clockAlarms).values(alarms).onConflictDoNothing()
}

export async function ownerOf(tx: Tx, kind: RecordKind, id: string): Promise<AgencyId> {
  const { rows } = await tx.execute<{ owner: AgencyId | null }>(sql`select owner_of_record(${kind}, ${id}) as owner`)
  const owner = rows[0]?.owner
  if (!owner) throw new Error(`a clock for a ${kind} that is not there`)
  return owner
}

/** The nearest first. */
export async function agenciesAbove(tx: Tx, id: AgencyId): Promise<AgencyId[]> {
  const { rows } = await tx.execute<{ id: AgencyId }>(sql`select id from agencies_above(${id}) order by height`)
  return rows.map((row) => row.id)
}

/** Matters with a clock that runs under rules other than these. */
export async function mattersNotBy(tx: Tx, digests: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: clocks.matterId })
    .from(clocks)
    .where(and(isNull(clocks.closedAt), isNull(clocks.withdrawnAt), notInArray(clocks.ruleDigest, [...digests])))
  return rows.map(({ id }) => id)
}

export async function waitingAlarms(tx: Tx, now: Date, most: number): Promise<string[]> {
  const rows = await tx
    .select({ id: clockAlarms.id })
    .from(clockAlarms)
    .where(and(isNull(clockAlarms.toldAt), lte(clockAlarms.at, now)))
    .orderBy(asc(clockAlarms.at), asc(clockAlarms.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Marks an alarm as told, once: nothing where another did, or where its clock no longer runs towards that instant. */
export async function markTold(tx: Tx, id: string, now: Date): Promise<{ stage: Stage; clock: StoredClock } | null> {
  const [alarm] = await tx
    .update(clockAlarms)
    .set({ toldAt: now })
    .where(and(eq(clockAlarms.id, id), isNull(clockAlarms.toldAt), lte(clockAlarms.at, now)))
    .returning({ stage: clockAlarms.stage, clockId: clockAlarms.clockId })
  if (!alarm) return null
  const [clock] = await tx.select().from(clocks).where(eq(clocks.id, alarm.clockId))
  return { stage: alarm.stage, clock: clock! }
}
