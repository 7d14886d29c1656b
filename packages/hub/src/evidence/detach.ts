import { EvidenceId } from '@lianban/kernel'
import { z } from 'zod'
import { attachmentsOf, evidenceFileEnds } from '../attachments/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { refusals } from './refusals.ts'
import { findItem } from './store.ts'

/** A file that was attached by mistake counts as part of the item no longer; file and reason stay. */
export const detachFile = command({
  name: 'evidence.detach',
  on: 'EvidenceItem',
  action: 'attach',
  input: z.object({ evidenceId: EvidenceId, attachmentId: z.uuid(), reason: line(400) }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input: { attachmentId, reason }, subject, officer, tx, now }) {
    if (!(await attachmentsOf(tx, subject.id)).some(({ id }) => id === attachmentId)) throw refusals.notAttached()
    await tx.insert(evidenceFileEnds).values({
      attachmentId,
      caseId: subject.caseId,
      reason,
      agencyId: officer.agencyId,
      endedBy: officer.id,
      endedAt: now,
    })
    return { attachmentId }
  },
  facts: ({ subject }) => ({ number: subject.number }),
})
