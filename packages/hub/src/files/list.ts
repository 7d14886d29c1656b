import { CaseId, type FileId } from '@lianban/kernel'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { fileRow, isOpen } from './file.ts'
import { previewOf } from './preview-of.ts'
import { openUploadsOf } from './store.ts'
import { filesOfCase, leavesOutFiles } from './withheld.ts'

/** The files of a case, the latest first, with what the officer may do with each, and the officer's own that are on their way. */
export const listFilesOf = find({
  name: 'file.ofCase',
  on: 'Case',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ subject, officer, tx, now, hub }) {
    const reader = { hub, tx, officer, now }
    const files = await filesOfCase(reader, subject)
    const uploads = (await openUploadsOf(tx, officer.id, subject.id)).filter((upload) => isOpen(upload, now))
    const agencies = await agencyCards(
      tx,
      files.map(({ ownerAgencyId }) => ownerAgencyId),
    )
    const officers = await officerCards(
      tx,
      files.map(({ uploadedBy }) => uploadedBy),
    )
    const draft = { id: subject.id as string as FileId, caseId: subject.id, ownerAgencyId: officer.agencyId }
    const row = fileRow({ ...draft, handlingCode: 'unrestricted' as const }, subject)
    return {
      isLeftOut: leavesOutFiles(reader, subject),
      canAdd: Boolean(hub.policy.allows(officer, 'add', 'File', row)),
      mostBytes: hub.limits.fileBytes,
      items: files.map((file) => {
        const { id, name, bytes, sha256, sm3, type, isNamedAlike, isSensitive, handlingCode, uploadedAt, version } =
          file
        return {
          ...{ id, name, bytes, sha256, sm3, type, isNamedAlike, isSensitive, handlingCode, uploadedAt, version },
          ownerAgency: agencies.get(file.ownerAgencyId)!,
          uploadedBy: officers.get(file.uploadedBy) ?? null,
          preview: previewOf(type),
          can: {
            download: Boolean(hub.policy.allows(officer, 'download', 'File', file)),
            mark: Boolean(hub.policy.allows(officer, 'mark', 'File', file)),
          },
        }
      }),
      uploads: uploads.map(({ id, name, bytes, begunAt, isSensitive, handlingCode }) => ({
        ...{ id, name, bytes, begunAt, isSensitive, handlingCode },
      })),
    }
  },
})
