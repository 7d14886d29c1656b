import type { Tx } from '@lianban/db'
import { type CorrectionId, canonicalJson, newId, type OfficerId, type ProposalId } from '@lianban/kernel'
import { amendCase, type CaseRow } from '../cases/index.ts'
import { amendClue, type ClueRow, wellFormed } from '../clues/index.ts'
import { keepDigests } from '../digests/index.ts'
import type { RecordKind } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { recipientsOf, tellRecipients } from '../recalls/index.ts'
import { recordFacts } from '../sharing/index.ts'
import { type Changes, type Correction, contentOf, correctable, type Field } from './correction.ts'
import { nothingChanged } from './refusals.ts'
import { correctionsOf, insertCorrection } from './store.ts'

type Correctable = { readonly kind: RecordKind; readonly row: ClueRow | CaseRow }

/** Corrects a locked record: keeps how it stood, writes the new values, and tells everybody who could read it. */
export async function applyCorrection(
  tx: Tx,
  record: Correctable,
  given: {
    readonly changes: Changes
    readonly fault: string
    readonly reason: string
    readonly by: OfficerId
    readonly now: Date
    readonly hub: Pick<Hub, 'blindKey' | 'measures'>
    readonly proposalId?: ProposalId
  },
): Promise<Correction> {
  const { kind, row } = record
  const { by, now, fault, reason } = given
  const former = contentOf(kind, row)
  const wanted = given.changes.identifiers
    ? { ...given.changes, identifiers: wellFormed(given.changes.identifiers) }
    : given.changes
  const fields = correctable[kind].filter((field) => wanted[field] !== undefined && differ(wanted, former, field))
  if (!fields.length) throw nothingChanged()
  const corrected: Changes = Object.fromEntries(fields.map((field) => [field, wanted[field]]))
  const correction: Correction = {
    id: newId<CorrectionId>(),
    recordKind: kind,
    recordId: row.id,
    agencyId: row.ownerAgencyId,
    serial: (await correctionsOf(tx, kind, row.id)).length + 1,
    fields,
    former,
    corrected,
    fault,
    reason,
    proposalId: given.proposalId ?? null,
    correctedBy: by,
    correctedAt: now,
  }
  await insertCorrection(tx, correction)
  if ('identifiers' in row) {
    await amendClue(tx, row, corrected as Partial<ClueRow>)
    // A blind hit asks for what the clue names now.
    if (corrected.identifiers) await keepDigests(tx, given.hub.blindKey, { ...row, identifiers: corrected.identifiers })
  } else await amendCase(tx, row, corrected as Partial<CaseRow>)
  await tellRecipients(tx, recipientsOf(row, now), {
    kind: 'correction',
    record: recordFacts(record),
    correctionId: correction.id,
    reason,
    by,
    now,
    periods: given.hub.measures.periods,
  })
  return correction
}

const differ = (a: Changes, b: Changes, field: Field): boolean => canonicalJson(a[field]) !== canonicalJson(b[field])
