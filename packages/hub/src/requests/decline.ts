import { AccessRequestId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { lockRequest, settle } from './store.ts'

/** The owner says no, with the reason that it chooses to give; the asker reads it. */
export const declineRequest = command({
  name: 'request.decline',
  on: 'AccessRequest',
  action: 'decide',
  input: z.object({ requestId: AccessRequestId, expectedVersion: z.int().positive(), reason: line(500) }),
  about: ({ requestId }) => requestId,
  subject: ({ tx, input }) => lockRequest(tx, input.requestId),
  async run({ input, subject, officer, tx, now }) {
    if (subject.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: subject.version })
    await settle(tx, subject, {
      state: 'declined',
      decidedBy: officer.id,
      decidedAt: now,
      declineReason: input.reason,
      grantId: null,
    })
    return { requestId: subject.id }
  },
  facts: ({ subject }) => ({ agency: subject.agencyId }),
})
