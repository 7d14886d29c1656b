import type { Tx } from '@lianban/db'
import { CaseId, ClueId, EvidenceId, type LegalHoldId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { operatorId } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { circleOf } from '../circles/index.ts'
import { line } from '../classification.ts'
import { findClue } from '../clues/index.ts'
import { command } from '../command.ts'
import { findItem } from '../evidence/index.ts'
import type { LegalHoldRow } from './hold.ts'
import { insertHold, lockKeeping } from './store.ts'

export const HeldRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('Case'), id: CaseId }),
  z.strictObject({ kind: z.literal('Clue'), id: ClueId }),
  z.strictObject({ kind: z.literal('EvidenceItem'), id: EvidenceId }),
])
type HeldRecord = z.infer<typeof HeldRecord>

/** 设置保全: from now on nothing is destroyed that the log of a case, clue or item of evidence could be matched by. Several may stand at once. */
export const layHold = command({
  name: 'hold.lay',
  on: 'LegalHold',
  input: z.object({ record: HeldRecord, reason: line(500), authority: line(200) }),
  async subject({ input: { record, reason, authority }, officer, tx, now, hub }): Promise<LegalHoldRow> {
    await lockKeeping(tx)
    const { root, row } = await recordOf(tx, record)
    hub.policy.decide(officer, 'read', record.kind, row)
    return {
      id: newId<LegalHoldId>(),
      operatorId: await operatorId(tx),
      ...{ recordKind: record.kind, recordId: record.id, rootId: root.id, ownerAgencyId: root.ownerAgencyId },
      ...{ agencyId: officer.agencyId, reason, authority, laidBy: officer.id, laidAt: now },
      circle: circleOf(root),
    }
  },
  async run({ subject, tx }) {
    await insertHold(tx, subject)
    return { holdId: subject.id }
  },
  facts: ({ subject }) => ({ record: subject.recordId, held: subject.recordKind }),
})

async function recordOf(tx: Tx, record: HeldRecord) {
  if (record.kind === 'EvidenceItem') {
    const row = await findItem(tx, record.id)
    return { row, root: row.ofCase }
  }
  const row = record.kind === 'Case' ? await findCase(tx, record.id) : await findClue(tx, record.id)
  return { row, root: row }
}
