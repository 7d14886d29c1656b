import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { type FileId, unseen } from '@lianban/kernel'
import { type CaseRow, findCase, hiddenInCase } from '../cases/index.ts'
import type { Hub } from '../hub.ts'
import type { FileRow } from './file.ts'
import { filesOf, findFile } from './store.ts'

type Reading = { readonly hub: Hub; readonly tx: Tx; readonly officer: SignedIn['officer']; readonly now: Date }

/** Where a grant leaves the files of a case out, those that the officer's own agency added are still its own. */
export const leavesOutFiles = (reader: Reading, ofCase: CaseRow): boolean =>
  hiddenInCase(reader, ofCase).includes('files')

/** The files of a case that the officer reads, the latest first. */
export async function filesOfCase(reader: Reading, ofCase: CaseRow): Promise<FileRow[]> {
  const { hub, tx, officer } = reader
  const isLeftOut = leavesOutFiles(reader, ofCase)
  return (await filesOf(tx, ofCase)).filter(
    (file) =>
      (!isLeftOut || file.ownerAgencyId === officer.agencyId) && hub.policy.allows(officer, 'read', 'File', file),
  )
}

/** A file that no grant leaves out; one that is left out is not there. */
export async function openFile(reader: Reading, id: FileId, options: { lock?: boolean } = {}): Promise<FileRow> {
  const file = await findFile(reader.tx, id, options)
  if (file.ownerAgencyId === reader.officer.agencyId) return file
  if (leavesOutFiles(reader, await findCase(reader.tx, file.caseId))) throw unseen()
  return file
}
