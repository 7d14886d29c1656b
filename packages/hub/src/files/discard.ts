import { FileId } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { isOpen } from './file.ts'
import { uploadOver } from './refusals.ts'
import { endUpload, findUploadRow } from './store.ts'

/** An officer gives up a file that is on its way. */
export const discardUpload = command({
  name: 'file.discard',
  on: 'File',
  action: 'add',
  input: z.object({ fileId: FileId }),
  about: ({ fileId }) => fileId,
  subject: ({ tx, input }) => findUploadRow(tx, input.fileId, { lock: true }),
  async run({ subject, tx, now }) {
    if (!isOpen(subject, now)) throw uploadOver()
    await endUpload(tx, subject.id, 'discarded', now)
    return { fileId: subject.id }
  },
})
