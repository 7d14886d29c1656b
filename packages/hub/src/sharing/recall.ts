import { GrantId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { grantWithCase } from './grant-with-case.ts'
import { findRecord, recordRefOf } from './record.ts'
import { alreadyRecalled } from './refusals.ts'
import { takeBack } from './take-back.ts'

/** The owner takes access back, and all that was passed on with it; the grant stays on record. */
export const recallGrant = command({
  name: 'grant.recall',
  on: 'Grant',
  input: z.object({ grantId: GrantId, expectedVersion: z.int().positive(), reason: line(500) }),
  about: ({ grantId }) => grantId,
  subject: ({ tx, input }) => grantWithCase(tx, input.grantId),
  async run({ input, subject: { caseId: _, ...grant }, officer, tx, now, hub: { measures } }) {
    if (grant.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: grant.version })
    if (grant.state === 'recalled' || grant.state === 'declined') throw alreadyRecalled()
    const record = await findRecord(tx, recordRefOf(grant))
    await takeBack(tx, record, [grant], { officerId: officer.id, at: now, reason: input.reason, measures })
    return { grantId: grant.id }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})
