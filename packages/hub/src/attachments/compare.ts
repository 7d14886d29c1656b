import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { type CaseId, type EvidenceId, newId } from '@lianban/kernel'
import { filesByIds } from '../files/index.ts'
import type { Hub, Soundness } from '../hub.ts'
import type { Attachment } from './attachment.ts'
import { attachmentsOf } from './store.ts'
import { evidenceFileChecks } from './table.ts'

type Comparing = {
  readonly tx: Tx
  readonly hub: Hub
  readonly officer: SignedIn['officer']
  readonly now: Date
}
type OfItem = { readonly id: EvidenceId; readonly caseId: CaseId; readonly nth: number }

/** Digests the stored bytes of every file of an item anew and keeps what was found, each file by itself. */
export async function compareFiles({ tx, hub, officer, now }: Comparing, item: OfItem) {
  const attachments = await attachmentsOf(tx, item.id)
  const files = new Map(
    (
      await filesByIds(
        tx,
        attachments.map(({ fileId }) => fileId),
      )
    ).map((file) => [file.id, file]),
  )
  const compared: { attachment: Attachment; found: Soundness }[] = []
  for (const attachment of attachments)
    compared.push({ attachment, found: await hub.contents.soundness(files.get(attachment.fileId)!) })
  if (compared.length)
    await tx.insert(evidenceFileChecks).values(
      compared.map(({ attachment, found }) => ({
        id: newId(),
        attachmentId: attachment.id,
        itemId: item.id,
        caseId: item.caseId,
        found,
        nth: item.nth,
        agencyId: officer.agencyId,
        comparedBy: officer.id,
        comparedAt: now,
      })),
    )
  return compared
}
