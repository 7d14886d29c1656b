import type { Tx } from '@lianban/db'
import { type CaseId, type FileId, type OfficerId, unseen } from '@lianban/kernel'
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type CaseRow, casesByIds, findCase } from '../cases/index.ts'
import { lock } from '../lock.ts'
import { type CaseFile, type FileRow, fileRow, type Upload, type UploadOutcome } from './file.ts'
import { caseFiles, fileUploads } from './table.ts'

export async function findFile(tx: Tx, id: FileId, options: { lock?: boolean } = {}): Promise<FileRow> {
  if (options.lock) await lock(tx, 'File', id)
  const [file] = await tx.select().from(caseFiles).where(eq(caseFiles.id, id))
  if (!file) throw unseen()
  return fileRow(file, await findCase(tx, file.caseId))
}

/** The files of a case as far as the wall shows them, the latest first. */
export async function filesOf(tx: Tx, ofCase: CaseRow): Promise<FileRow[]> {
  const files = await tx
    .select()
    .from(caseFiles)
    .where(eq(caseFiles.caseId, ofCase.id))
    .orderBy(desc(caseFiles.uploadedAt), desc(caseFiles.id))
  return files.map((file) => fileRow(file, ofCase))
}

/** Those of the files whose case the asker may see at all; whether the file may be read the rules say. */
export async function filesByIds(tx: Tx, ids: readonly FileId[]): Promise<FileRow[]> {
  if (!ids.length) return []
  const files = await tx
    .select()
    .from(caseFiles)
    .where(inArray(caseFiles.id, [...ids]))
  const ofCases = await casesByIds(
    tx,
    files.map(({ caseId }) => caseId),
  )
  return files.flatMap((file) => {
    const ofCase = ofCases.get(file.caseId)
    return ofCase ? [fileRow(file, ofCase)] : []
  })
}

export async function countFiles(tx: Tx, caseId: CaseId): Promise<number> {
  const [found] = await tx.select({ n: count() }).from(caseFiles).where(eq(caseFiles.caseId, caseId))
  return found!.n
}

export async function insertFile(tx: Tx, file: CaseFile): Promise<void> {
  await tx.insert(caseFiles).values(file)
}

export async function saveMarks(
  tx: Tx,
  { id, ...marks }: Pick<CaseFile, 'id' | 'isSensitive' | 'handlingCode' | 'version'>,
): Promise<void> {
  await tx.update(caseFiles).set(marks).where(eq(caseFiles.id, id))
}

export async function findUploadRow(tx: Tx, id: FileId, options: { lock?: boolean } = {}): Promise<FileRow<Upload>> {
  if (options.lock) await lock(tx, 'File', id)
  const [upload] = await tx.select().from(fileUploads).where(eq(fileUploads.id, id))
  if (!upload) throw unseen()
  return fileRow(upload, await findCase(tx, upload.caseId))
}

/** What the officer has begun and not ended, of one case or of all. */
export const openUploadsOf = (tx: Tx, officerId: OfficerId, caseId?: CaseId): Promise<Upload[]> =>
  tx
    .select()
    .from(fileUploads)
    .where(
      and(eq(fileUploads.officerId, officerId), isNull(fileUploads.endedAt), caseId && eq(fileUploads.caseId, caseId)),
    )
    .orderBy(desc(fileUploads.begunAt))

export async function insertUpload(tx: Tx, upload: Upload): Promise<void> {
  await tx.insert(fileUploads).values(upload)
}

export async function endUpload(tx: Tx, id: FileId, outcome: UploadOutcome, endedAt: Date): Promise<void> {
  await tx.update(fileUploads).set({ outcome, endedAt }).where(eq(fileUploads.id, id))
}
