import type { Tx } from '@lianban/db'
import { type AgencyId, type CaseId, type ClueId, type OfficerId, unseen } from '@lianban/kernel'
import type { VisibleRows } from '@lianban/policy'
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { withOwners } from '../agreements/index.ts'
import { type Grant, grantsOn } from '../grants/index.ts'
import { lock } from '../lock.ts'
import { type PageInput, placesOnPage } from '../page.ts'
import { readersOf } from '../readers/index.ts'
import { seenRows } from '../seen-rows.ts'
import { wordsOf } from '../words.ts'
import type { Clue, ClueRow } from './clue.ts'
import { caseClues, clues, cluesList, cluesWithWords } from './table.ts'
import { hasVerdict, type WantedVerdict } from './verdict.ts'

export async function findClue(tx: Tx, id: ClueId, options: { lock?: boolean } = {}): Promise<ClueRow> {
  if (options.lock) await lock(tx, 'Clue', id)
  const [row] = await tx.select().from(clues).where(eq(clues.id, id))
  if (!row) throw unseen()
  return (await withGrants(tx, [row]))[0]!
}

export async function pageOfClues(
  tx: Tx,
  visible: VisibleRows,
  input: PageInput & { readonly verdict?: WantedVerdict | undefined },
): Promise<{ rows: Clue[]; total: number | null }> {
  const { page, total } = await placesOnPage(
    tx,
    {
      visible,
      list: cluesList,
      saying: 'clues_saying',
      openly: [clues.title, clues.number, clues.place],
      where: hasVerdict(input.verdict),
    },
    input,
  )
  return { rows: await seenRows(tx, cluesList, page), total: await total() }
}

/** The clues the officer may know of under both conditions, newest first. */
export async function cluesWhere(tx: Tx, filter: SQL, wanted: SQL): Promise<ClueRow[]> {
  const rows = await tx.select().from(clues).where(and(filter, wanted)).orderBy(desc(clues.recordedAt), desc(clues.id))
  return withGrants(tx, rows)
}

export async function cluesByIds(tx: Tx, ids: readonly ClueId[]): Promise<ReadonlyMap<ClueId, ClueRow>> {
  const rows = ids.length
    ? await tx
        .select()
        .from(clues)
        .where(inArray(clues.id, [...new Set(ids)]))
    : []
  return new Map((await withGrants(tx, rows)).map((row) => [row.id, row]))
}

/** The clues of a case that the wall lets through, and whether each may go on with it; the policy still decides on each. */
export async function cluesOfCase(tx: Tx, caseId: CaseId): Promise<(ClueRow & { readonly passesOn: boolean })[]> {
  const rows = await tx
    .select({ clue: clues, passesOn: caseClues.passesOn })
    .from(caseClues)
    .innerJoin(clues, eq(clues.id, caseClues.clueId))
    .where(eq(caseClues.caseId, caseId))
    .orderBy(desc(clues.recordedAt), desc(clues.id))
  const granted = await withGrants(
    tx,
    rows.map((row) => row.clue),
  )
  return granted.map((clue, i) => ({ ...clue, passesOn: rows[i]!.passesOn }))
}

export async function insertClue(tx: Tx, clue: Clue): Promise<void> {
  await tx.insert(cluesWithWords).values({ ...clue, words: wordsOfClue(clue) })
}

function wordsOfClue(clue: Clue): string[] {
  const texts = [clue.title, clue.number, clue.place, clue.content]
  const inside = [...clue.goods.map(({ note }) => note), ...clue.identifiers.map(({ value }) => value)]
  return wordsOf(...texts, ...inside)
}

/** Writes corrected fields over the old ones, which the correction keeps, and finds the clue by its new words. */
export async function amendClue(tx: Tx, clue: Clue, fields: Partial<Clue>): Promise<void> {
  await tx
    .update(cluesWithWords)
    .set({ ...fields, words: wordsOfClue({ ...clue, ...fields }), version: sql`${clues.version} + 1` })
    .where(eq(clues.id, clue.id))
}

export async function liftClueRestriction(tx: Tx, id: ClueId): Promise<void> {
  await tx.update(clues).set({ isRestricted: false }).where(eq(clues.id, id))
}

/** Ties a clue to a case; the clue stays its owner's. */
export async function linkClue(
  tx: Tx,
  link: { caseId: CaseId; clueId: ClueId; linkedBy: OfficerId; linkedAt: Date; passesOn: boolean },
): Promise<void> {
  await tx.insert(caseClues).values(link)
  await tx
    .update(clues)
    .set({ state: 'in_case', version: sql`${clues.version} + 1` })
    .where(eq(clues.id, link.clueId))
}

/** Its receiver took it on; nothing where its owner has made something of it meanwhile. */
export async function markHandedOn(tx: Tx, id: ClueId): Promise<void> {
  await tx.execute(sql`select mark_handed_on(${id})`)
}

export async function markNotFiled(tx: Tx, id: ClueId): Promise<void> {
  await tx
    .update(clues)
    .set({ state: 'not_filed', version: sql`${clues.version} + 1` })
    .where(eq(clues.id, id))
}

/** 线索 number: agency, year, and a serial that has no gap within the two. */
export async function nextClueNumber(tx: Tx, agency: { id: AgencyId; shortZh: string }, year: number): Promise<string> {
  const { rows } = await tx.execute<{ serial: number }>(
    sql`insert into clue_serials (agency_id, year, last) values (${agency.id}, ${year}, 1)
        on conflict (agency_id, year) do update set last = clue_serials.last + 1 returning last as serial`,
  )
  return `${agency.shortZh}线索〔${year}〕${rows[0]?.serial}号`
}

/** A clue goes on with no case of these agencies any more. */
export async function stopCarrying(
  tx: Tx,
  { id, ownerAgencyId }: Pick<Clue, 'id' | 'ownerAgencyId'>,
  agencies: readonly AgencyId[],
): Promise<void> {
  if (agencies.length > 0)
    await tx.execute(sql`select stop_carrying(${id}, ${ownerAgencyId}, ${`{${agencies.join()}}`}::uuid[])`)
}

async function withGrants(tx: Tx, rows: readonly Clue[]): Promise<ClueRow[]> {
  const ids = rows.map((row) => row.id)
  const own = await grantsOn(tx, 'Clue', ids)
  const links = ids.length ? await tx.select().from(caseClues).where(inArray(caseClues.clueId, ids)) : []
  const ofCases = await grantsOn(
    tx,
    'Case',
    links.map((link) => link.caseId),
  )
  const readers = await readersOf(tx, ids)
  return (await withOwners(tx, rows)).map((row) => ({
    ...row,
    readers: readers.get(row.id) ?? [],
    grants: own.get(row.id) ?? [],
    caseGrants: links
      .filter((link) => link.clueId === row.id && link.passesOn)
      .flatMap((link): Grant[] => ofCases.get(link.caseId) ?? []),
  }))
}
