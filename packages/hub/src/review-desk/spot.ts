import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { type CaseId, type EvidenceId, FileId } from '@lianban/kernel'
import { z } from 'zod'
import { attachmentsOf } from '../attachments/index.ts'
import { openFile, previewOf } from '../files/index.ts'
import type { Hub } from '../hub.ts'
import { refusals } from './refusals.ts'

/** Where in a file of an item: a page of a document or a second of a recording. */
export const Spot = z.strictObject({
  fileId: FileId,
  page: z.int().min(1).max(100_000).optional(),
  second: z.int().min(0).max(1_000_000).optional(),
})

type Reading = { readonly hub: Hub; readonly tx: Tx; readonly officer: SignedIn['officer']; readonly now: Date }
type Cited = { readonly id: EvidenceId; readonly caseId: CaseId }

const nowhere = { fileId: null, page: null, second: null }

/** The spot as it is kept, once the file was found to belong to the item, to be open to the officer, and to have such places. */
export async function keptSpot(reader: Reading, item: Cited | undefined, spot: z.infer<typeof Spot> | undefined) {
  if (!spot) return nowhere
  const { fileId, page = null, second = null } = spot
  const file = await openFile(reader, fileId)
  reader.hub.policy.decide(reader.officer, 'read', 'File', file)
  const isAttached = item && (await attachmentsOf(reader.tx, item.id)).some((each) => each.fileId === fileId)
  if (!isAttached) throw refusals.spotElsewhere()
  const shown = previewOf(file.type)
  const hasPages = shown === 'pdf'
  const hasSeconds = shown === 'audio' || shown === 'video'
  if ((page !== null && !hasPages) || (second !== null && !hasSeconds)) throw refusals.spotOfOtherKind()
  return { fileId, page, second }
}
