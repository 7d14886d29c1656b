import { FileId } from '@lianban/kernel'
import { z } from 'zod'
import { find } from '../query.ts'
import { isOpen } from './file.ts'
import { findUploadRow } from './store.ts'

/** An upload for the officer who began it, as long as a rule still lets files be added to the case. */
export const findUpload = find({
  name: 'file.upload',
  on: 'File',
  action: 'add',
  input: z.strictObject({ fileId: FileId }),
  about: ({ fileId }) => fileId,
  isLogged: false,
  subject: ({ tx, input }) => findUploadRow(tx, input.fileId),
  run: async ({ subject, now }) => ({
    bytes: subject.bytes,
    name: subject.name,
    state: isOpen(subject, now) ? ('open' as const) : (subject.outcome ?? ('over' as const)),
  }),
})
