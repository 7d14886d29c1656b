import { GrantId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { saveGrant } from '../grants/index.ts'
import { grantWithCase } from './grant-with-case.ts'

/** The owner has looked at a grant and leaves it as it is; it no longer lies on the desks as something new. */
export const noteGrant = command({
  name: 'grant.note',
  on: 'Grant',
  input: z.object({ grantId: GrantId, expectedVersion: z.int().positive() }),
  about: ({ grantId }) => grantId,
  subject: ({ tx, input }) => grantWithCase(tx, input.grantId),
  async run({ input, subject: { caseId: _, ...grant }, tx, now }) {
    if (grant.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: grant.version })
    await saveGrant(tx, { ...grant, notedAt: now, version: grant.version + 1 })
    return { version: grant.version + 1 }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})
