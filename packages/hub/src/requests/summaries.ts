import type { Tx } from '@lianban/db'
import type { Officer } from '@lianban/policy'
import { inArray, sql } from 'drizzle-orm'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { cases, casesWhere } from '../cases/index.ts'
import { clues, cluesWhere } from '../clues/index.ts'
import { grants } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { type RequestRow, shownState } from './request.ts'

type Reader = { readonly officer: Officer; readonly hub: Hub; readonly now: Date }

/** Requests as lists show them, to the asker and to the owner; each side is told what it may know. */
export async function requestSummaries(tx: Tx, rows: readonly RequestRow[], { officer, hub, now }: Reader) {
  const posts = await officerCards(
    tx,
    rows.map((row) => row.officerId),
  )
  const hinted = await agencyCards(
    tx,
    rows.flatMap((row) => (row.hitAgencyId ? [row.hitAgencyId] : [])),
  )
  const given = rows.flatMap((row) => (row.grantId ? [row.grantId] : []))
  const made = given.length ? await tx.select().from(grants).where(inArray(grants.id, given)) : []
  const meant = rows.flatMap((row) => row.targets)
  const named = await recordNames(
    tx,
    { officer, hub },
    [...meant, ...made].map(({ recordId }) => recordId),
  )
  return rows.map((row) => {
    const grant = made.find(({ id }) => id === row.grantId)
    const state = shownState(row, now)
    return {
      id: row.id,
      askedBy: posts.get(row.officerId)!,
      askedAt: row.askedAt,
      wanted: row.hitAgencyId
        ? { kind: 'Hit' as const, agency: hinted.get(row.hitAgencyId)! }
        : { kind: row.recordKind!, id: row.recordId!, position: row.sectionPosition },
      level: row.level,
      until: row.until,
      purpose: row.purpose,
      legalBasis: row.legalBasis,
      reason: row.reason,
      lapsesAt: row.lapsesAt,
      // A grant that waits for a second officer has opened nothing yet.
      state: state === 'granted' && grant?.state === 'proposed' ? ('waiting' as const) : state,
      decidedAt: row.decidedAt,
      declineReason: row.declineReason,
      opened: grant ? (named.get(grant.recordId) ?? null) : null,
      records: row.targets.map(({ recordKind, recordId, sectionId }) => ({
        kind: recordKind,
        id: recordId,
        isSection: sectionId !== null,
        ...(named.get(recordId) ?? { number: null, title: null }),
      })),
      version: row.version,
      can: {
        withdraw: Boolean(hub.policy.allows(officer, 'withdraw', 'AccessRequest', row)),
        decide: Boolean(hub.policy.allows(officer, 'decide', 'AccessRequest', row)),
      },
    }
  })
}

/** What the reader may read of the records, by number and title. */
async function recordNames(tx: Tx, { officer, hub }: Pick<Reader, 'officer' | 'hub'>, ids: readonly string[]) {
  const wanted = sql.param([...new Set(ids)])
  const inCases = await casesWhere(
    tx,
    hub.policy.filter(officer, 'read', 'Case'),
    sql`${cases.id} = any (${wanted}::uuid[])`,
  )
  const inClues = await cluesWhere(
    tx,
    hub.policy.filter(officer, 'read', 'Clue'),
    sql`${clues.id} = any (${wanted}::uuid[])`,
  )
  return new Map<string, { kind: 'Case' | 'Clue'; id: string; number: string; title: string }>([
    ...inCases.map(({ id, number, name }) => [id, { kind: 'Case' as const, id, number, title: name }] as const),
    ...inClues.map(({ id, number, title }) => [id, { kind: 'Clue' as const, id, number, title }] as const),
  ])
}
