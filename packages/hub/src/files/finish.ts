import { FileId } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { isOpen } from './file.ts'
import { digestDiffers, infected, uploadOver } from './refusals.ts'
import { endUpload, findUploadRow, insertFile } from './store.ts'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A file has arrived whole and is kept: it is on record from here on. Said by the server, which digested the bytes and looked
 * at what they are; the browser's own digest must be the same.
 */
export const finishUpload = command({
  name: 'file.finish',
  on: 'File',
  action: 'add',
  input: z.object({
    fileId: FileId,
    claimed: Digest,
    sha256: Digest,
    sm3: Digest,
    type: z.string().max(120),
    isNamedAlike: z.boolean(),
    isClean: z.boolean(),
  }),
  about: ({ fileId }) => fileId,
  subject: ({ tx, input }) => findUploadRow(tx, input.fileId, { lock: true }),
  async run({ input, subject, tx, now }) {
    if (!isOpen(subject, now)) throw uploadOver()
    if (!input.isClean) throw infected()
    if (input.claimed !== input.sha256) throw digestDiffers()
    const { id, caseId, ownerAgencyId, name, bytes, isSensitive, handlingCode, officerId } = subject
    const { sha256, sm3, type, isNamedAlike } = input
    const said = { id, caseId, ownerAgencyId, name, bytes, isSensitive, handlingCode }
    const uploaded = { uploadedBy: officerId, uploadedAt: now, version: 1 }
    await insertFile(tx, { ...said, sha256, sm3, type, isNamedAlike, ...uploaded })
    await endUpload(tx, id, 'finished', now)
    return { fileId: id, sha256, sm3, type }
  },
  facts: ({ input: { sha256, sm3 }, subject: { bytes } }) => ({ bytes, sha256, sm3 }),
})
