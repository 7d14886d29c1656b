import { GrantId, Refusal, stale } from '@lianban/kernel'
import { z } from 'zod'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { isLive, lockGrant } from '../grants/index.ts'
import { saveReview } from './store.ts'

const noLongerLive = () =>
  new Refusal('conflict', 'grant.no-longer-live', {
    zh: '该授权已被收回或已到期，无需复核。',
    en: 'The grant was recalled or has ended; there is nothing to confirm.',
  })

/** The leader of the owner looks at a grant and says that it is still needed. */
export const confirmGrant = command({
  name: 'grant.confirm',
  on: 'Grant',
  action: 'review',
  input: z.object({ grantId: GrantId, expectedVersion: z.int().positive(), note: text(200) }),
  about: ({ grantId }) => grantId,
  subject: async ({ tx, input }) => {
    const grant = await lockGrant(tx, input.grantId)
    return { ...grant, caseId: grant.recordKind === 'Case' ? grant.recordId : undefined }
  },
  async run({ input, subject: { caseId: _caseId, ...grant }, officer, tx, now }) {
    if (grant.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: grant.version })
    if (!isLive(grant, now)) throw noLongerLive()
    await saveReview(tx, grant, { reviewedAt: now, reviewedBy: officer.id, reviewNote: input.note || null })
    return { grantId: grant.id, reviewedAt: now }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})
