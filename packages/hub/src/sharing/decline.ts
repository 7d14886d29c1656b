import { GrantId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { awaits, declined, saveGrant } from '../grants/index.ts'
import { grantWithCase } from './grant-with-case.ts'
import { nothingToDecide } from './refusals.ts'

/** A second officer of the owner says no, with a reason: a proposed grant never opens, a longer term is not given. */
export const declineGrant = command({
  name: 'grant.decline',
  on: 'Grant',
  input: z.object({ grantId: GrantId, expectedVersion: z.int().positive(), reason: line(500) }),
  about: ({ grantId }) => grantId,
  subject: ({ tx, input }) => grantWithCase(tx, input.grantId),
  async run({ input, subject: { caseId: _, ...grant }, officer, tx, now }) {
    if (!awaits(grant)) throw nothingToDecide()
    if (grant.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: grant.version })
    const next = declined(grant, { officerId: officer.id, at: now, reason: input.reason })
    await saveGrant(tx, next)
    return { grantId: grant.id, version: next.version }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})
