import { GrantId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { command } from '../command.ts'
import { approved, awaits, saveGrant } from '../grants/index.ts'
import { grantWithCase, recordOf } from './grant-with-case.ts'
import { nothingToDecide, pastExpiry } from './refusals.ts'
import { assertCarried } from './terms.ts'

/** A second officer of the owner lets a proposed grant, or a longer term of one, take effect, if it is still carried. */
export const approveGrant = command({
  name: 'grant.approve',
  on: 'Grant',
  input: z.object({ grantId: GrantId, expectedVersion: z.int().positive() }),
  about: ({ grantId }) => grantId,
  subject: ({ tx, input }) => grantWithCase(tx, input.grantId),
  async run({ input, subject: { caseId: _, ...grant }, officer, tx, now, hub }) {
    if (!awaits(grant)) throw nothingToDecide()
    if (grant.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: grant.version })
    const record = await recordOf(tx, grant)
    hub.policy.decide(officer, 'read', record.kind, record.row)
    const next = approved(grant, { officerId: officer.id, at: now })
    if (next.expiresAt <= now) throw pastExpiry()
    await assertCarried(tx, record, next, { hub, now })
    await saveGrant(tx, next)
    await tellAccessChanged(tx, record)
    return { grantId: grant.id, version: next.version }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})
