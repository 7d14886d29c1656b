import { GrantId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { closeGrant, type Grant } from '../grants/index.ts'
import { recipientsOfRecall, tellRecipients } from '../recalls/index.ts'
import { grantWithCase } from './grant-with-case.ts'
import { findRecord, recordFacts, recordRefOf } from './record.ts'
import { alreadyRecalled } from './refusals.ts'

/**
 * The owner takes access back, and all that was passed on with it; the grant stays on record, open connections that
 * stood on it are closed, and whoever lost the record has to acknowledge it.
 */
export const recallGrant = command({
  name: 'grant.recall',
  on: 'Grant',
  input: z.object({ grantId: GrantId, expectedVersion: z.int().positive(), reason: line(500) }),
  about: ({ grantId }) => grantId,
  subject: ({ tx, input }) => grantWithCase(tx, input.grantId),
  async run({ input, subject: { caseId: _, ...grant }, officer, tx, now, hub }) {
    if (grant.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: grant.version })
    if (grant.state === 'recalled' || grant.state === 'declined') throw alreadyRecalled()
    const record = await findRecord(tx, recordRefOf(grant))
    await closeGrant(tx, grant, { officerId: officer.id, at: now, reason: input.reason })
    await tellAccessChanged(tx, { kind: grant.recordKind, id: grant.recordId })
    const lost = [grant, ...passedOnFrom(record.row.grants, grant.id)]
    const recipients = lost.flatMap((one) => recipientsOfRecall(record.row, one, now))
    await tellRecipients(tx, recipients, {
      kind: 'recall',
      record: recordFacts(record),
      reason: input.reason,
      by: officer.id,
      now,
      periods: hub.measures.periods,
    })
    return { grantId: grant.id }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})

/** Everything that was passed on from a grant, directly or not. */
const passedOnFrom = (all: readonly Grant[], id: GrantId): Grant[] =>
  all.filter((grant) => grant.parentGrantId === id).flatMap((child) => [child, ...passedOnFrom(all, child.id)])
