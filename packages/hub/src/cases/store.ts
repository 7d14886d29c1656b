import type { Tx } from '@lianban/db'
import { type CaseId, type ClueId, type FigureId, unseen } from '@lianban/kernel'
import type { VisibleRows } from '@lianban/policy'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { withOwners } from '../agreements/index.ts'
import { grantsOn } from '../grants/index.ts'
import { lock } from '../lock.ts'
import { type PageInput, placesOnPage } from '../page.ts'
import { readersOf } from '../readers/index.ts'
import { seatsOfCases } from '../seats/index.ts'
import { seenRows } from '../seen-rows.ts'
import { unlessTaken } from '../unless-taken.ts'
import { wordsOf } from '../words.ts'
import type { Case, CaseEvent, CaseRow, Figure } from './case.ts'
import { numberTaken } from './refusals.ts'
import { caseEvents, caseFigures, cases, casesList, casesWithWords } from './table.ts'

export async function findCase(tx: Tx, id: CaseId, options: { lock?: boolean } = {}): Promise<CaseRow> {
  if (options.lock) await lock(tx, 'Case', id)
  const [row] = await tx.select().from(cases).where(eq(cases.id, id))
  if (!row) throw unseen()
  return (await withGrants(tx, [row]))[0]!
}

export async function pageOfCases(
  tx: Tx,
  visible: VisibleRows,
  input: PageInput,
): Promise<{ rows: Case[]; total: number | null }> {
  const { page, total } = await placesOnPage(
    tx,
    { visible, list: casesList, saying: 'cases_saying', openly: [cases.name, cases.number, cases.charge] },
    input,
  )
  return { rows: await casesOnPage(tx, page), total: await total() }
}

export const casesOnPage = (tx: Tx, page: SQL): Promise<Case[]> => seenRows(tx, casesList, page)

export async function casesWithClue(tx: Tx, filter: SQL, clueId: ClueId): Promise<CaseRow[]> {
  const rows = await tx
    .select()
    .from(cases)
    .where(and(filter, sql`${cases.id} in (select case_id from case_clues where clue_id = ${clueId})`))
    .orderBy(desc(cases.openedAt))
  return withGrants(tx, rows)
}

/** The cases the officer may know of under both conditions, newest first. */
export async function casesWhere(tx: Tx, filter: SQL, wanted: SQL): Promise<CaseRow[]> {
  const rows = await tx.select().from(cases).where(and(filter, wanted)).orderBy(desc(cases.openedAt), desc(cases.id))
  return withGrants(tx, rows)
}

export async function casesByIds(tx: Tx, ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CaseRow>> {
  const rows = ids.length
    ? await tx
        .select()
        .from(cases)
        .where(inArray(cases.id, [...new Set(ids)]))
    : []
  return new Map((await withGrants(tx, rows)).map((row) => [row.id, row]))
}

export async function insertCase(tx: Tx, row: Case): Promise<void> {
  await unlessTaken(
    'cases_owner_agency_id_number_key',
    () => numberTaken(row.number),
    tx.insert(casesWithWords).values({ ...row, words: wordsOfCase(row) }),
  )
}

export async function saveCase(tx: Tx, row: Case): Promise<void> {
  const saved = await tx
    .update(cases)
    .set({ stage: row.stage, leadAgencyId: row.leadAgencyId, version: sql`${cases.version} + 1` })
    .where(eq(cases.id, row.id))
    .returning({ id: cases.id })
  if (!saved.length) throw unseen()
}

/** Writes corrected fields over the old ones, which the correction keeps, and finds the case by its new words. */
export async function amendCase(tx: Tx, ofCase: Case, fields: Partial<Case>): Promise<void> {
  await tx
    .update(casesWithWords)
    .set({ ...fields, words: wordsOfCase({ ...ofCase, ...fields }), version: sql`${cases.version} + 1` })
    .where(eq(cases.id, ofCase.id))
}

const wordsOfCase = (row: Case): string[] => wordsOf(row.name, row.number, row.charge, row.summary)

export async function liftCaseRestriction(tx: Tx, id: CaseId): Promise<void> {
  await tx.update(cases).set({ isRestricted: false }).where(eq(cases.id, id))
}

export const figuresOf = (tx: Tx, caseId: CaseId): Promise<Figure[]> =>
  tx
    .select()
    .from(caseFigures)
    .where(eq(caseFigures.caseId, caseId))
    .orderBy(asc(caseFigures.recordedAt), asc(caseFigures.id))

export const eventsOf = (tx: Tx, caseId: CaseId): Promise<CaseEvent[]> =>
  tx
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.happenedOn), asc(caseEvents.id))

/** Figures and events of any cases, as far as the wall lets them through; whether they are shown the policy decides on the case. */
export const figuresByIds = (tx: Tx, ids: readonly string[]): Promise<Figure[]> =>
  tx
    .select()
    .from(caseFigures)
    .where(inArray(caseFigures.id, ids as FigureId[]))

export const eventsByIds = (tx: Tx, ids: readonly string[]): Promise<CaseEvent[]> =>
  tx
    .select()
    .from(caseEvents)
    .where(inArray(caseEvents.id, [...ids]))

export async function insertFigure(tx: Tx, figure: Figure): Promise<void> {
  await tx.insert(caseFigures).values(figure)
}

export async function insertEvent(tx: Tx, event: CaseEvent): Promise<void> {
  await tx.insert(caseEvents).values(event)
}

async function withGrants(tx: Tx, rows: readonly Case[]): Promise<CaseRow[]> {
  const ids = rows.map((row) => row.id)
  const grants = await grantsOn(tx, 'Case', ids)
  const readers = await readersOf(tx, ids)
  const seats = await seatsOfCases(tx, ids)
  return (await withOwners(tx, rows)).map((row) => ({
    ...row,
    grants: grants.get(row.id) ?? [],
    readers: readers.get(row.id) ?? [],
    taskForceSeats: seats.get(row.id) ?? [],
  }))
}
