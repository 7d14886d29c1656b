import type { Tx } from '@lianban/db'
import type { Officer } from '@lianban/policy'
import { inArray, sql } from 'drizzle-orm'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { cases, casesWhere } from '../cases/index.ts'
import { clues, cluesWhere } from '../clues/index.ts'
import { grants, isLive, withCircles } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import type { EmergencyRow } from './emergency.ts'

/** Emergency accesses as both sides see them; the record is named to those who may read it now. */
export async function emergencySummaries(
  tx: Tx,
  rows: readonly EmergencyRow[],
  { officer, hub, now }: { readonly officer: Officer; readonly hub: Hub; readonly now: Date },
) {
  const reviewers = rows.flatMap(({ reviews }) => reviews.flatMap(({ reviewedBy }) => reviewedBy ?? []))
  const posts = await officerCards(tx, [...rows.map((row) => row.officerId), ...reviewers])
  const agencies = await agencyCards(
    tx,
    rows.flatMap((row) => [row.agencyId, row.ownerAgencyId]),
  )
  const ids = rows.map((row) => row.id)
  const made = await withCircles(tx, ids.length ? await tx.select().from(grants).where(inArray(grants.id, ids)) : [])
  const wanted = sql.param(rows.map((row) => row.recordId))
  const { policy } = hub
  const inCases = await casesWhere(
    tx,
    policy.filter(officer, 'read', 'Case'),
    sql`${cases.id} = any (${wanted}::uuid[])`,
  )
  const inClues = await cluesWhere(
    tx,
    policy.filter(officer, 'read', 'Clue'),
    sql`${clues.id} = any (${wanted}::uuid[])`,
  )
  const named = new Map<string, { number: string; title: string }>([
    ...inCases.map(({ id, number, name }) => [id, { number, title: name }] as const),
    ...inClues.map(({ id, number, title }) => [id, { number, title }] as const),
  ])
  return rows.map((row) => {
    const grant = made.find(({ id }) => id === row.id)
    return {
      id: row.id,
      officer: posts.get(row.officerId)!,
      owner: agencies.get(row.ownerAgencyId)!,
      record: { kind: row.recordKind, id: row.recordId, ...(named.get(row.recordId) ?? { number: null, title: null }) },
      reason: row.reason,
      openedAt: row.openedAt,
      endsAt: row.endsAt,
      endedAt: grant?.recalledAt ?? null,
      isOpen: Boolean(grant && isLive(grant, now)),
      version: grant?.version ?? 1,
      reviews: row.reviews.map(({ side, agencyId, dueAt, outcome, note, reviewedBy, reviewedAt }) => ({
        side,
        agency: agencies.get(agencyId)!,
        dueAt,
        outcome,
        note,
        reviewedBy: (reviewedBy && posts.get(reviewedBy)) || null,
        reviewedAt,
      })),
      can: {
        review: Boolean(policy.allows(officer, 'review', 'Emergency', row)),
        recall: Boolean(grant && isLive(grant, now) && policy.allows(officer, 'recall', 'Grant', grant)),
      },
    }
  })
}
