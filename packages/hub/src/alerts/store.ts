import { leastIdAt } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import { type AgencyId, type AlertId, type OfficerId, unseen } from '@lianban/kernel'
import { and, desc, eq, notExists, type SQL, sql } from 'drizzle-orm'
import { unlessTaken } from '../unless-taken.ts'
import type { Finding, Watched } from './alerts-in.ts'
import { alreadyAnswered } from './refusals.ts'
import { alertAnswers, alerts } from './table.ts'

export type Alert = typeof alerts.$inferSelect
export type Answer = typeof alertAnswers.$inferSelect

export async function findAlert(tx: Tx, id: AlertId): Promise<Alert> {
  const [alert] = await tx.select().from(alerts).where(eq(alerts.id, id))
  if (!alert) throw unseen()
  return alert
}

/** The newest first, with what was answered. */
export async function alertsWhere(
  tx: Tx,
  wanted: SQL | undefined,
  limit: number,
): Promise<{ alert: Alert; answer: Answer | null }[]> {
  return tx
    .select({ alert: alerts, answer: alertAnswers })
    .from(alerts)
    .leftJoin(alertAnswers, eq(alertAnswers.alertId, alerts.id))
    .where(wanted)
    .orderBy(desc(alerts.raisedAt), desc(alerts.id))
    .limit(limit)
}

export const unanswered = (tx: Tx, wanted: SQL): SQL | undefined =>
  and(wanted, notExists(tx.select().from(alertAnswers).where(eq(alertAnswers.alertId, alerts.id))))

export async function insertAnswer(tx: Tx, answer: Answer): Promise<void> {
  await unlessTaken('audit_alert_answers_pkey', alreadyAnswered, tx.insert(alertAnswers).values(answer))
}

/** Keeps what is new of these findings: each is told once a day. */
export async function insertAlerts(tx: Tx, rows: readonly (Finding & Pick<Alert, 'id' | 'raisedAt' | 'raisedOn'>)[]) {
  if (rows.length > 0)
    await tx
      .insert(alerts)
      .values([...rows])
      .onConflictDoNothing()
}

type WatchedRow = {
  readonly at: string
  readonly act: string
  readonly outcome: Watched['outcome']
  readonly officer_id: OfficerId
  readonly agency_id: AgencyId
  readonly record_id: string | null
  readonly owner_agency_id: AgencyId | null
}

/** What officers did since, the oldest first. Ids of entries begin with their time, so that no more is read than that. */
export async function watchedSince(tx: Tx, since: Date, acts: readonly string[]): Promise<Watched[]> {
  const { rows } = await tx.execute<WatchedRow>(
    sql`select * from entries_to_watch(${leastIdAt(since)}::uuid, ${sql.param([...acts])}::text[])`,
  )
  return rows.map((row) => ({
    at: new Date(Number(row.at)),
    act: row.act,
    outcome: row.outcome,
    officerId: row.officer_id,
    agencyId: row.agency_id,
    recordId: row.record_id,
    ownerAgencyId: row.owner_agency_id,
  }))
}
