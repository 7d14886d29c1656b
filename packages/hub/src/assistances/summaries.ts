import type { Tx } from '@lianban/db'
import type { Officer } from '@lianban/policy'
import { inArray } from 'drizzle-orm'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { cases, casesWhere } from '../cases/index.ts'
import type { Hub } from '../hub.ts'
import { type AssistanceRow, foreseenOf } from './assistance.ts'

type Given = { readonly tx: Tx; readonly hub: Hub; readonly officer: Officer }

/** Requests as lists and boards show them. The case is named to those who see it; a receiver has the letter's number. */
export async function assistanceSummaries({ tx, hub, officer }: Given, rows: readonly AssistanceRow[]) {
  const { assistance } = hub.law
  const agencies = await agencyCards(
    tx,
    rows.flatMap((row) => [row.fromAgencyId, row.toAgencyId]),
  )
  const posts = await officerCards(
    tx,
    rows.flatMap((row) => [row.claimedBy, row.assignedTo].filter((id) => id !== null)),
  )
  const own = rows.filter(({ fromAgencyId }) => fromAgencyId === officer.agencyId).map(({ caseId }) => caseId)
  const named = own.length
    ? await casesWhere(tx, hub.policy.filter(officer, 'read', 'Case'), inArray(cases.id, [...new Set(own)]))
    : []
  return rows.map((row) => ({
    id: row.id,
    letterId: row.letterId,
    number: row.number,
    kind: row.kind,
    kindWords: assistance.kinds[row.kind]!.words,
    urgency: row.urgency,
    urgencyWords: assistance.urgencies[row.urgency]!.words,
    laneWords: row.lane ? (assistance.lanes[row.lane]?.words ?? null) : null,
    caseId: row.fromAgencyId === officer.agencyId ? row.caseId : null,
    caseName: named.find(({ id }) => id === row.caseId)?.name ?? null,
    from: agencies.get(row.fromAgencyId)!,
    to: agencies.get(row.toAgencyId)!,
    state: row.state,
    standing: row.standing,
    standingWords: assistance.states[row.standing]!.words,
    claimedBy: (row.claimedBy && posts.get(row.claimedBy)) || null,
    assignedTo: (row.assignedTo && posts.get(row.assignedTo)) || null,
    unit: row.unit,
    askedAt: row.askedAt,
    sentAt: row.sentAt,
    firstAnsweredAt: row.firstAnsweredAt,
    repliedAt: row.repliedAt,
    dueAt: row.dueAt,
    foreseenAt: foreseenOf(row),
    isPaused: row.isPaused,
    version: row.version,
  }))
}
