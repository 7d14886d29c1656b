import type { Tx } from '@lianban/db'
import { CaseId, type CaseId as CaseIdType, ClueId, type ClueId as ClueIdType } from '@lianban/kernel'
import { z } from 'zod'
import { type CaseRow, casesByIds, caseWithholdable, findCase, hiddenInCase } from '../cases/index.ts'
import { type ClueRow, cluesByIds, clueWithholdable, findClue, hiddenInClue, type Reading } from '../clues/index.ts'
import type { RecordKind } from '../grants/index.ts'

/** A record that can be shared, by kind and id. */
export const RecordRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('Case'), id: CaseId }),
  z.strictObject({ kind: z.literal('Clue'), id: ClueId }),
])
export type RecordRef = z.infer<typeof RecordRef>

/** A shareable record as sharing needs it, whatever its kind; `row` is what the policy decides on. */
export type SharedRecord = {
  readonly id: string
  readonly kind: RecordKind
  readonly caseId?: CaseIdType
  readonly recordAt: Date
  readonly row: CaseRow | ClueRow
}

export async function findRecord(tx: Tx, ref: RecordRef, options: { lock?: boolean } = {}): Promise<SharedRecord> {
  return ref.kind === 'Case'
    ? sharedCase(await findCase(tx, ref.id, options))
    : sharedClue(await findClue(tx, ref.id, options))
}

const sharedCase = (row: CaseRow): SharedRecord => ({
  id: row.id,
  kind: 'Case',
  caseId: row.id,
  recordAt: row.openedAt,
  row,
})
const sharedClue = (row: ClueRow): SharedRecord => ({ id: row.id, kind: 'Clue', recordAt: row.recordedAt, row })

/** The records that several grants, proposals or notices are about, by id, in as many queries as for one. */
export async function recordsOf(
  tx: Tx,
  abouts: readonly { readonly recordKind: RecordKind; readonly recordId: string }[],
): Promise<ReadonlyMap<string, SharedRecord>> {
  const idsOf = (kind: RecordKind) => abouts.filter(({ recordKind }) => recordKind === kind).map((one) => one.recordId)
  const ofCases = await casesByIds(tx, idsOf('Case') as CaseIdType[])
  const ofClues = await cluesByIds(tx, idsOf('Clue') as ClueIdType[])
  const found = [...[...ofCases.values()].map(sharedCase), ...[...ofClues.values()].map(sharedClue)]
  return new Map(found.map((record) => [record.id, record]))
}

/** The record that a grant, a proposal or a notice is about. */
export const recordRefOf = (about: { readonly recordKind: RecordKind; readonly recordId: string }): RecordRef =>
  RecordRef.parse({ kind: about.recordKind, id: about.recordId })

/** What a record is called by those who knew it. */
export const recordFacts = ({ kind, row }: Pick<SharedRecord, 'kind' | 'row'>) => ({
  kind,
  id: row.id,
  number: row.number,
  title: 'title' in row ? row.title : row.name,
  ownerAgencyId: row.ownerAgencyId,
})

export const withholdableOf = { Case: caseWithholdable, Clue: clueWithholdable }

/** The fields of a record that the officer does not get to see, whatever kind of record it is. */
export const withheldFor = (
  reading: Reading,
  record: { readonly kind: RecordKind; readonly row: CaseRow | ClueRow },
): string[] =>
  record.kind === 'Clue' ? hiddenInClue(reading, record.row as ClueRow) : hiddenInCase(reading, record.row as CaseRow)
