import type { Tx } from '@lianban/db'
import { AgreementId, CaseId, ClueId, GrantId, HandoffId, SectionId, TaskForceId, unseen } from '@lianban/kernel'
import { z } from 'zod'
import { type Agreement, findAgreement } from '../agreements/index.ts'
import { type CaseRow, findCase } from '../cases/index.ts'
import { type ClueRow, findClue } from '../clues/index.ts'
import { findSection, type SectionRow } from '../dossiers/index.ts'
import { findGrant, type GrantRow } from '../grants/index.ts'
import { findHandoff, type HandoffRow } from '../handoffs/index.ts'
import { findTaskForce, type TaskForceRow } from '../seats/index.ts'

const of = <Kind extends string, Id extends z.ZodType>(kind: Kind, id: Id) =>
  z.strictObject({ kind: z.literal(kind), id })

/** Any record that has rules of its own, by kind and id. */
export const AnyRecord = z.discriminatedUnion('kind', [
  of('Case', CaseId),
  of('Clue', ClueId),
  of('Section', SectionId),
  of('Handoff', HandoffId),
  of('Agreement', AgreementId),
  of('Grant', GrantId),
  of('TaskForce', TaskForceId),
])
export type AnyRecord = z.infer<typeof AnyRecord>

export type AnyRow = (CaseRow | ClueRow | SectionRow | HandoffRow | Agreement | GrantRow | TaskForceRow) & {
  readonly caseId?: CaseId | null | undefined
}

/** The record with everything that rules ask about it; absent and not the asker's to know are one answer. */
export async function findRow(tx: Tx, record: AnyRecord): Promise<AnyRow> {
  if (record.kind === 'Case') return findCase(tx, record.id)
  if (record.kind === 'Clue') return findClue(tx, record.id)
  if (record.kind === 'Section') return findSection(tx, record.id)
  if (record.kind === 'Handoff') return findHandoff(tx, record.id)
  if (record.kind === 'TaskForce') return findTaskForce(tx, record.id)
  if (record.kind === 'Grant') {
    const grant = await findGrant(tx, record.id)
    return grant.recordKind === 'Case' ? { ...grant, caseId: grant.recordId as CaseId } : grant
  }
  const agreement = await findAgreement(tx, record.id)
  if (!agreement) throw unseen()
  return agreement
}
