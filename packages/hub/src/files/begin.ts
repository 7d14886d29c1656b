import { CaseId, type FileId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { HandlingCode } from '../classification.ts'
import { command } from '../command.ts'
import { fileRow, isOpen, type Upload } from './file.ts'
import { FileName } from './name.ts'
import { emptyFile, tooLarge, tooMany, tooManyOpen } from './refusals.ts'
import { countFiles, insertUpload, openUploadsOf } from './store.ts'

/** An officer begins to add a file to a case; its bytes follow, in as many parts as the line allows. */
export const beginUpload = command({
  name: 'file.begin',
  on: 'File',
  action: 'add',
  input: z.object({
    caseId: CaseId,
    name: FileName,
    bytes: z.int().min(0),
    isSensitive: z.boolean(),
    handlingCode: HandlingCode,
  }),
  async subject({ tx, input, officer, now, hub }) {
    const ofCase = await findCase(tx, input.caseId)
    // Whoever may not read the case is not told that it is there.
    hub.policy.decide(officer, 'read', 'Case', ofCase)
    const upload: Upload = {
      ...input,
      id: newId<FileId>(),
      ownerAgencyId: officer.agencyId,
      officerId: officer.id,
      begunAt: now,
      endedAt: null,
      outcome: null,
    }
    return fileRow(upload, ofCase)
  },
  async run({ input, subject, officer, tx, now, hub }) {
    const { fileBytes, filesPerCase, openUploads } = hub.limits
    if (input.bytes === 0) throw emptyFile()
    if (input.bytes > fileBytes) throw tooLarge(fileBytes)
    if ((await countFiles(tx, input.caseId)) >= filesPerCase) throw tooMany(filesPerCase)
    const open = (await openUploadsOf(tx, officer.id)).filter((upload) => isOpen(upload, now))
    if (open.length >= openUploads) throw tooManyOpen(openUploads)
    const { case: _case, caseGrants: _grants, circle: _circle, ...upload } = subject
    await insertUpload(tx, upload)
    return { fileId: upload.id }
  },
  facts: ({ input: { bytes, handlingCode } }) => ({ bytes, handlingCode }),
})
