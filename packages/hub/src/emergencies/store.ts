import type { Tx } from '@lianban/db'
import { type AgencyId, type CaseId, type ClueId, type GrantId, type OfficerId, unseen } from '@lianban/kernel'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { partnersOf } from '../agreements/index.ts'
import { circlesOf } from '../circles/index.ts'
import type { HandlingCode, Label } from '../classification.ts'
import { grantsOn, type RecordKind } from '../grants/index.ts'
import { lock } from '../lock.ts'
import { after, rowsToFetch } from '../page.ts'
import type { Emergency, EmergencyRow, Review } from './emergency.ts'
import { emergencies, emergencyReviews } from './table.ts'

type Named = { readonly kind: RecordKind; readonly ownerAgencyId: AgencyId; readonly number: string }

/** What the rules ask about a record that is named by its owner and number; nothing of what it says. */
export async function findNamed(tx: Tx, { kind, ownerAgencyId, number }: Named) {
  const { rows } = await tx.execute<{
    id: CaseId | ClueId
    record_at: string
    lead_agency_id: AgencyId
    label: Label
    handling_code: HandlingCode
    state: string
    is_restricted: boolean
  }>(sql`select * from record_named(${kind}, ${ownerAgencyId}, ${number})`)
  const [found] = rows
  const agreements = (await partnersOf(tx, [ownerAgencyId])).get(ownerAgencyId) ?? []
  const grants = found ? ((await grantsOn(tx, kind, [found.id])).get(found.id) ?? []) : []
  return (
    found && {
      id: found.id as string,
      recordAt: new Date(found.record_at),
      ownerAgencyId,
      leadAgencyId: found.lead_agency_id,
      label: found.label,
      handlingCode: found.handling_code,
      isRestricted: found.is_restricted,
      state: found.state,
      stage: found.state,
      agreements,
      grants,
      caseGrants: [],
    }
  )
}

/** The officer's attempts of the last hour by the log, those that were refused for their number left out. */
export async function attemptsSince(tx: Tx, officerId: OfficerId, since: Date): Promise<Date[]> {
  const { rows } = await tx.execute<{ at: string }>(
    sql`select at from audit_entries where officer_id = ${officerId} and act = 'emergency.open' and at > ${since.getTime()}
        and body::jsonb ->> 'code' is distinct from 'emergency.too-many' order by at desc`,
  )
  return rows.map(({ at }) => new Date(Number(at)))
}

/** How many of the officer's emergency accesses wait for a review on either side. */
export async function unreviewedOf(tx: Tx, officerId: OfficerId): Promise<number> {
  const found = await tx
    .selectDistinct({ id: emergencies.id })
    .from(emergencies)
    .innerJoin(emergencyReviews, eq(emergencyReviews.emergencyId, emergencies.id))
    .where(and(eq(emergencies.officerId, officerId), eq(emergencyReviews.isDone, false)))
  return found.length
}

export async function insertEmergency(tx: Tx, emergency: Emergency, dueAt: Date): Promise<void> {
  await tx.insert(emergencies).values(emergency)
  await tx.insert(emergencyReviews).values([
    { emergencyId: emergency.id, side: 'owner', agencyId: emergency.ownerAgencyId, dueAt },
    { emergencyId: emergency.id, side: 'own', agencyId: emergency.agencyId, dueAt },
  ])
}

export async function lockEmergency(tx: Tx, id: GrantId): Promise<EmergencyRow> {
  await lock(tx, 'Emergency', id)
  const [row] = await emergenciesWhere(tx, eq(emergencies.id, id), { limit: 1 })
  if (!row) throw unseen()
  return row
}

export async function emergenciesWhere(
  tx: Tx,
  filter: SQL | undefined,
  input: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<EmergencyRow[]> {
  const rows = await tx
    .select()
    .from(emergencies)
    .where(and(filter, after(input.cursor, emergencies.openedAt, emergencies.id)))
    .orderBy(desc(emergencies.openedAt), desc(emergencies.id))
    .limit(rowsToFetch(input))
  const reviews = rows.length
    ? await tx
        .select()
        .from(emergencyReviews)
        .where(
          inArray(
            emergencyReviews.emergencyId,
            rows.map((row) => row.id),
          ),
        )
        .orderBy(asc(emergencyReviews.side))
    : []
  const circles = await circlesOf(
    tx,
    rows.map((row) => row.recordId),
  )
  return rows.map((row) => ({
    ...row,
    reviews: reviews.filter((review) => review.emergencyId === row.id),
    circle: circles.get(row.recordId)!,
  }))
}

export async function saveReview(
  tx: Tx,
  review: Review,
  written: Pick<Review, 'outcome' | 'note' | 'reviewedBy' | 'reviewedAt'>,
): Promise<void> {
  const saved = await tx
    .update(emergencyReviews)
    .set(written)
    .where(and(eq(emergencyReviews.emergencyId, review.emergencyId), eq(emergencyReviews.side, review.side)))
    .returning({ side: emergencyReviews.side })
  if (!saved.length) throw unseen()
}
