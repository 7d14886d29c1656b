import type { Tx } from '@lianban/db'
import { type FileId, unseen } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { type CaseRow, casesByIds, findCase, hiddenInCase } from '../cases/index.ts'
import type { Hub } from '../hub.ts'
import type { FileRow } from './file.ts'
import { filesByIds, filesOf, findFile } from './store.ts'

type Reading = { readonly hub: Hub; readonly tx: Tx; readonly officer: Officer; readonly now: Date }

/** Where a grant leaves the files of a case out, those that the officer's own agency added are still its own. */
export const leavesOutFiles = (reader: Reading, ofCase: CaseRow): boolean =>
  hiddenInCase(reader, ofCase).includes('files')

function readable(reader: Reading, ofCase: CaseRow, files: readonly FileRow[]): FileRow[] {
  const { hub, officer } = reader
  const isLeftOut = leavesOutFiles(reader, ofCase)
  return files.filter(
    (file) =>
      (!isLeftOut || file.ownerAgencyId === officer.agencyId) && hub.policy.allows(officer, 'read', 'File', file),
  )
}

/** The files of a case that the officer reads, the latest first. */
export const filesOfCase = async (reader: Reading, ofCase: CaseRow): Promise<FileRow[]> =>
  readable(reader, ofCase, await filesOf(reader.tx, ofCase))

/** Those of the files that the officer reads, each with its case. */
export async function citedFiles(reader: Reading, ids: readonly string[]) {
  const files = await filesByIds(reader.tx, ids as FileId[])
  const ofCases = await casesByIds(
    reader.tx,
    files.map(({ caseId }) => caseId),
  )
  return [...Map.groupBy(files, ({ caseId }) => caseId)].flatMap(([caseId, found]) => {
    const ofCase = ofCases.get(caseId)!
    return readable(reader, ofCase, found).map((file) => ({ ofCase, file }))
  })
}

/** A file that no grant leaves out; one that is left out is not there. */
export async function openFile(reader: Reading, id: FileId, options: { lock?: boolean } = {}): Promise<FileRow> {
  const file = await findFile(reader.tx, id, options)
  if (file.ownerAgencyId === reader.officer.agencyId) return file
  if (leavesOutFiles(reader, await findCase(reader.tx, file.caseId))) throw unseen()
  return file
}
