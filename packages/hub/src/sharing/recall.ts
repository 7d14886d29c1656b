import { GrantId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { lockGrant, recalled, saveGrant } from '../grants/index.ts'
import { alreadyRecalled } from './refusals.ts'

/** The owner takes access back; the grant stays on record, and open connections that stood on it are closed. */
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
    await saveGrant(tx, recalled(grant, { officerId: officer.id, at: now, reason: input.reason }))
    await tellAccessChanged(tx, { kind: grant.recordKind, id: grant.recordId })
    return { grantId: grant.id }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})
