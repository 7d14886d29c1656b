import type { Tx } from '@lianban/db'
import type { CaseId, ClueId, Sentence } from '@lianban/kernel'
import { citedBy, type Law } from '@lianban/law'
import type { Officer } from '@lianban/policy'
import { sql } from 'drizzle-orm'
import { agencyCards } from '../agencies/index.ts'
import { cases, casesWhere } from '../cases/index.ts'
import { type ClockRow, clockRuleOf, stateOf } from '../clocks/index.ts'
import { clues, cluesWhere } from '../clues/index.ts'
import type { Hub } from '../hub.ts'

export type Asking = { readonly officer: Officer; readonly hub: Hub; readonly now: Date }

/** Clocks as lists and chips show them; the record is named to those who may read it. */
export async function clockSummaries(tx: Tx, rows: readonly ClockRow[], { officer, hub, now }: Asking) {
  const agencies = await agencyCards(
    tx,
    rows.flatMap((row) => [row.liableAgencyId, row.owedAgencyId, row.superiorAgencyId].filter((id) => id !== null)),
  )
  const named = await namesOf(tx, rows, { officer, hub })
  const cardOf = (id: ClockRow['liableAgencyId']) => (id && agencies.get(id)) || null
  return rows.map((row) => ({
    id: row.id,
    ...toldRule(hub.law, row),
    state: stateOf(row, now),
    matter: { kind: row.matterKind, id: row.matterId },
    record: { kind: row.recordKind, id: row.recordId, ...(named.get(row.recordId) ?? { number: null, title: null }) },
    liable: cardOf(row.liableAgencyId),
    owed: cardOf(row.owedAgencyId),
    superior: cardOf(row.superiorAgencyId),
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    warnAt: row.warnAt,
    closedAt: row.closedAt,
    missingYear: row.missingYear,
    isAllowed: row.isAllowed,
    nth: row.nth,
    earlier: row.earlier,
  }))
}

/** What the clock is of: by the rule it runs under, or by the one of that number where it has changed since. */
function toldRule(law: Law, row: ClockRow) {
  const rule = clockRuleOf(law, row) ?? law.deadlines.rules.find(({ id }) => id === row.rule)
  const unknown: Sentence = { zh: '此期限已不在期限表中', en: 'no longer in the table of deadlines' }
  return {
    rule: row.rule,
    title: rule?.title ?? unknown,
    ...(rule ? citedBy(law, rule, row.region ?? undefined) : noLaw),
  }
}
const noLaw = { basis: [], status: null, statusWords: null, isVerified: false }

async function namesOf(tx: Tx, rows: readonly ClockRow[], { officer, hub: { policy } }: Omit<Asking, 'now'>) {
  const idsOf = (kind: ClockRow['recordKind']) =>
    sql.param(rows.filter(({ recordKind }) => recordKind === kind).map(({ recordId }) => recordId))
  const inCases = await casesWhere(
    tx,
    policy.filter(officer, 'read', 'Case'),
    sql`${cases.id} = any (${idsOf('Case')}::uuid[])`,
  )
  const inClues = await cluesWhere(
    tx,
    policy.filter(officer, 'read', 'Clue'),
    sql`${clues.id} = any (${idsOf('Clue')}::uuid[])`,
  )
  return new Map<string, { number: string; title: string }>([
    ...inCases.map(({ id, number, name }) => [id as CaseId, { number, title: name }] as const),
    ...inClues.map(({ id, number, title }) => [id as ClueId, { number, title }] as const),
  ])
}
