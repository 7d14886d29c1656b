import { FileId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { HandlingCode } from '../classification.ts'
import { command } from '../command.ts'
import { saveMarks } from './store.ts'
import { openFile } from './withheld.ts'

/** The agency that added a file changes how it is shown and what others may do with it; the bytes stay as they are. */
export const markFile = command({
  name: 'file.mark',
  on: 'File',
  input: z.object({
    fileId: FileId,
    expectedVersion: z.int().positive(),
    isSensitive: z.boolean(),
    handlingCode: HandlingCode,
  }),
  about: ({ fileId }) => fileId,
  subject: (given) => openFile(given, given.input.fileId, { lock: true }),
  async run({ input: { expectedVersion, isSensitive, handlingCode }, subject, tx }) {
    if (subject.version !== expectedVersion) throw stale({ expected: expectedVersion, found: subject.version })
    const version = subject.version + 1
    await saveMarks(tx, { id: subject.id, isSensitive, handlingCode, version })
    return { version }
  },
  facts: ({ input: { handlingCode } }) => ({ handlingCode }),
})
