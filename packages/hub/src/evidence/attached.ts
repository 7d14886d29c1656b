import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { agencyCards } from '../agencies/index.ts'
import { attachmentsOf, type Compared } from '../attachments/index.ts'
import { filesOfCase, previewOf } from '../files/index.ts'
import type { Hub } from '../hub.ts'
import type { EvidenceRow } from './evidence-item.ts'

type Reading = { readonly hub: Hub; readonly tx: Tx; readonly officer: SignedIn['officer']; readonly now: Date }

/** The files of an item with their digests, as far as the officer may read them, and how each was found at the last comparison. */
export async function shownFiles(
  reader: Reading,
  { id, ofCase }: Pick<EvidenceRow, 'id' | 'ofCase'>,
  compared: readonly Compared[],
) {
  const attachments = await attachmentsOf(reader.tx, id)
  if (!attachments.length) return []
  const open = new Map((await filesOfCase(reader, ofCase)).map((file) => [file.id, file]))
  const shown = attachments.filter(({ fileId }) => open.has(fileId))
  const agencies = await agencyCards(
    reader.tx,
    shown.map(({ agencyId }) => agencyId),
  )
  return shown.map((attachment) => {
    const { name, bytes, sha256, sm3, type, isSensitive } = open.get(attachment.fileId)!
    const last = compared.find(({ attachmentId }) => attachmentId === attachment.id)
    return {
      attachmentId: attachment.id,
      id: attachment.fileId,
      ...{ name, bytes, sha256, sm3, type, isSensitive },
      preview: previewOf(type),
      part: attachment.part,
      note: attachment.note,
      agency: agencies.get(attachment.agencyId)!,
      attachedAt: attachment.attachedAt,
      compared: last ? { found: last.found, at: last.comparedAt } : null,
    }
  })
}
