import type { Tx } from '@lianban/db'
import { type AgencyId, type DrawId, type FindingId, unseen } from '@lianban/kernel'
import type { DrawLine } from '@lianban/law'
import { and, count, desc, eq, inArray, isNull, max, type SQL, sql } from 'drizzle-orm'
import { type Circle, circlesOfHandoffs } from '../circles/index.ts'
import { handoffsByIds } from '../handoffs/index.ts'
import { lock } from '../lock.ts'
import { unlessTaken } from '../unless-taken.ts'
import { refusals } from './refusals.ts'
import { drawPopulations, drawResults, drawSeeds, draws, findings, openings } from './table.ts'

export type FindingRow = typeof findings.$inferSelect & { readonly circle: Circle }
/** As a look finds it. */
export type Finding = Omit<typeof findings.$inferSelect, 'circleId'>
export type DrawRow = typeof draws.$inferSelect
type Result = typeof drawResults.$inferSelect

const atATime = 500

/** Keeps what was found of one agency: what is there already is seen again, and what was not found now is gone. */
export async function keepFindings(
  tx: Tx,
  ownerAgencyId: AgencyId,
  rows: readonly Finding[],
  now: Date,
): Promise<void> {
  for (let from = 0; from < rows.length; from += atATime) {
    await tx
      .insert(findings)
      .values(rows.slice(from, from + atATime))
      .onConflictDoUpdate({
        target: [findings.key, findings.toldAgencyId],
        set: {
          saysZh: sql`excluded.says_zh`,
          saysEn: sql`excluded.says_en`,
          seenAt: sql`excluded.seen_at`,
          goneAt: sql`null`,
        },
      })
  }
  const told = sql`unnest(${sql.param(rows.map(({ key }) => key))}::text[], ${sql.param(rows.map(({ toldAgencyId }) => toldAgencyId))}::uuid[])`
  await tx
    .update(findings)
    .set({ goneAt: now })
    .where(
      and(
        isNull(findings.goneAt),
        eq(findings.ownerAgencyId, ownerAgencyId),
        sql`not exists (select from ${told} as t (key, agency) where t.key = ${findings.key} and t.agency = ${findings.toldAgencyId})`,
      ),
    )
}

export async function findFinding(tx: Tx, id: FindingId, options: { lock?: boolean } = {}): Promise<FindingRow> {
  if (options.lock) await lock(tx, 'RadarFinding', id)
  const [row] = await tx
    .select()
    .from(findings)
    .where(and(eq(findings.id, id), isNull(findings.goneAt)))
  if (!row) throw unseen()
  return (await withCircle(tx, [row]))[0]!
}

async function withCircle(tx: Tx, rows: readonly (typeof findings.$inferSelect)[]): Promise<FindingRow[]> {
  const circles = await circlesOfHandoffs(
    tx,
    rows.map(({ circleId }) => circleId),
  )
  return rows.map((row) => ({ ...row, circle: circles.get(row.circleId) ?? [] }))
}

/** What is listed now, the newest first. */
export const findingsWhere = async (tx: Tx, wanted: SQL | undefined, limit: number): Promise<FindingRow[]> =>
  withCircle(
    tx,
    await tx
      .select()
      .from(findings)
      .where(and(wanted, isNull(findings.goneAt)))
      .orderBy(desc(findings.foundAt), desc(findings.id))
      .limit(limit),
  )

/** How many rows each rule lists of each agency, and when the radar looked last. */
export async function findingCounts(tx: Tx, wanted: SQL | undefined) {
  const listed = and(wanted, isNull(findings.goneAt))
  const counts = await tx
    .select({ rule: findings.rule, agencyId: findings.agencyId, count: count() })
    .from(findings)
    .where(listed)
    .groupBy(findings.rule, findings.agencyId)
  const [last] = await tx
    .select({ lookedAt: max(findings.seenAt) })
    .from(findings)
    .where(listed)
  return { counts, lookedAt: last?.lookedAt ?? null }
}

export async function insertOpening(tx: Tx, opening: typeof openings.$inferInsert): Promise<void> {
  await tx.insert(openings).values(opening)
}

/** The supervisions that were opened from these rows and still stand, the newest last. */
export async function openingsOf(tx: Tx, ids: readonly FindingId[]) {
  if (ids.length === 0) return new Map<FindingId, Opened>()
  const rows = await tx
    .select()
    .from(openings)
    .where(inArray(openings.findingId, [...ids]))
    .orderBy(openings.openedAt)
  const handoffs = await handoffsByIds(
    tx,
    rows.map(({ handoffId }) => handoffId),
  )
  return new Map(
    rows.flatMap(({ findingId, handoffId }) => {
      const handoff = handoffs.get(handoffId)
      return handoff && handoff.state !== 'cancelled' ? [[findingId, handoff] as const] : []
    }),
  )
}
export type Opened = Awaited<ReturnType<typeof handoffsByIds>> extends ReadonlyMap<unknown, infer Row> ? Row : never

export async function insertDraw(tx: Tx, draw: DrawRow): Promise<void> {
  await tx.insert(draws).values(draw)
}

export async function findDraw(tx: Tx, id: DrawId, options: { lock?: boolean } = {}): Promise<DrawRow> {
  if (options.lock) await lock(tx, 'RadarDraw', id)
  const [row] = await tx.select().from(draws).where(eq(draws.id, id))
  if (!row) throw unseen()
  return row
}

/** Under the duty of the radar alone. */
export async function insertSeed(tx: Tx, drawId: DrawId, seed: string): Promise<void> {
  await tx.insert(drawSeeds).values({ drawId, seed })
}
export async function seedOf(tx: Tx, id: DrawId): Promise<string> {
  const [row] = await tx.select().from(drawSeeds).where(eq(drawSeeds.drawId, id))
  return row!.seed
}

export async function insertPopulation(
  tx: Tx,
  frozen: { drawId: DrawId; lines: readonly DrawLine[]; digest: string; frozenAt: Date },
): Promise<void> {
  await unlessTaken('radar_draw_populations_pkey', refusals.alreadyFrozen, tx.insert(drawPopulations).values(frozen))
}

export async function populationOf(tx: Tx, id: DrawId) {
  const [row] = await tx.select().from(drawPopulations).where(eq(drawPopulations.drawId, id))
  return row
}

export async function insertResult(tx: Tx, result: Result): Promise<void> {
  await unlessTaken('radar_draw_results_pkey', refusals.alreadyDrawn, tx.insert(drawResults).values(result))
}

/** The newest draws with as much of each as was written. */
export const drawsWhere = (tx: Tx, wanted: SQL | undefined, limit: number) =>
  tx
    .select({ draw: draws, population: drawPopulations, result: drawResults })
    .from(draws)
    .leftJoin(drawPopulations, eq(drawPopulations.drawId, draws.id))
    .leftJoin(drawResults, eq(drawResults.drawId, draws.id))
    .where(wanted)
    .orderBy(desc(draws.begunAt), desc(draws.id))
    .limit(limit)
