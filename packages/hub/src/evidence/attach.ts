import { EvidenceId, FileId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { attachmentParts, attachmentsOf, evidenceFiles } from '../attachments/index.ts'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { openFile } from '../files/index.ts'
import { refusals } from './refusals.ts'
import { findItem } from './store.ts'

/** A file of the case becomes part of an item of evidence: the item itself, a copy, what was made from it, or what belongs to it. */
export const attachFile = command({
  name: 'evidence.attach',
  on: 'EvidenceItem',
  input: z.object({
    evidenceId: EvidenceId,
    fileId: FileId,
    part: z.enum(attachmentParts),
    note: text(400),
  }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input: { fileId, part, note }, subject, officer, tx, now, hub }) {
    const file = await openFile({ hub, tx, officer, now }, fileId)
    hub.policy.decide(officer, 'read', 'File', file)
    if (file.caseId !== subject.caseId) throw refusals.fileElsewhere()
    if ((await attachmentsOf(tx, subject.id)).some((each) => each.fileId === fileId)) throw refusals.attachedAlready()
    const id: string = newId()
    await tx.insert(evidenceFiles).values({
      id,
      itemId: subject.id,
      fileId,
      caseId: subject.caseId,
      part,
      note,
      agencyId: officer.agencyId,
      attachedBy: officer.id,
      attachedAt: now,
    })
    return { attachmentId: id, sha256: file.sha256 }
  },
  facts: ({ subject, output }) => ({ number: subject.number, sha256: output.sha256 }),
})
