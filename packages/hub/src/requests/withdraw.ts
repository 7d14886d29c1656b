import { AccessRequestId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { lockRequest, settle } from './store.ts'

/** The asker takes a request back while nobody has decided on it. */
export const withdrawRequest = command({
  name: 'request.withdraw',
  on: 'AccessRequest',
  input: z.object({ requestId: AccessRequestId, expectedVersion: z.int().positive() }),
  about: ({ requestId }) => requestId,
  subject: ({ tx, input }) => lockRequest(tx, input.requestId),
  async run({ input, subject, officer, tx, now }) {
    if (subject.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: subject.version })
    const nobody = { declineReason: null, grantId: null }
    await settle(tx, subject, { state: 'withdrawn', decidedBy: officer.id, decidedAt: now, ...nobody })
    return { requestId: subject.id }
  },
})
