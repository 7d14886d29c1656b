import { GrantId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { lockGrant, recalled, saveGrant } from '../grants/index.ts'
import { recipientsOfRecall, tellRecipients } from '../recalls/index.ts'
import { findRecord, recordFacts, recordRefOf } from './record.ts'
import { alreadyRecalled } from './refusals.ts'

/**
 * The owner takes access back; the grant stays on record, open connections that stood on it are closed, and whoever lost
 * the record has to acknowledge it.
 */
export const recallGrant = command({
  name: 'grant.recall',
  on: 'Grant',
  input: z.object({ grantId: GrantId, expectedVersion: z.int().positive(), reason: line(500) }),
  about: ({ grantId }) => grantId,
  subject: async ({ tx, input }) => {
    const grant = await lockGrant(tx, input.grantId)
    return { ...grant, caseId: grant.recordKind === 'Case' ? grant.recordId : undefined }
  },
  async run({ input, subject: { caseId: _caseId, ...grant }, officer, tx, now }) {
    if (grant.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: grant.version })
    if (grant.state === 'recalled') throw alreadyRecalled()
    const record = await findRecord(tx, recordRefOf(grant))
    await saveGrant(tx, recalled(grant, { officerId: officer.id, at: now, reason: input.reason }))
    await tellAccessChanged(tx, { kind: grant.recordKind, id: grant.recordId })
    await tellRecipients(tx, recipientsOfRecall(record.row, grant, now), {
      kind: 'recall',
      record: recordFacts(record),
      reason: input.reason,
      by: officer.id,
      now,
    })
    return { grantId: grant.id }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})
