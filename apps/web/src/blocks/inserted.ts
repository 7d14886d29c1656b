import type { Editor, JSONContent } from '@tiptap/core'
import { api } from '../app/api.ts'
import { type BlockDraft, isOfClue } from './block-draft.ts'

/** The block for what was chosen. It holds which record it is and the digest of what the record says at this moment. */
export async function inserted(
  { kind, recordId, clueId, words, caption }: BlockDraft,
  { sectionId, submissionId }: { readonly sectionId: string; readonly submissionId: string },
): Promise<JSONContent> {
  if (isOfClue(kind)) {
    const part = kind === 'goods' ? ('goods' as const) : ('content' as const)
    const quoted = part === 'goods' ? '' : words.trim()
    const made = await api.quotations.quote.mutate({ sectionId, clueId, part, words: quoted, submissionId })
    return { type: 'recordBlock', attrs: { kind: made.kind, recordId: made.quotationId, digest: made.digest } }
  }
  const { items } = await api.dossier.shownRecords.query({ blocks: [{ kind, recordId }] })
  const [shown] = items
  const digest = shown?.state === 'shown' && 'digest' in shown ? shown.digest : null
  if (kind !== 'image') return { type: 'recordBlock', attrs: { kind, recordId, digest } }
  const text = caption.trim()
  return { type: 'imageBlock', attrs: { recordId, digest }, ...(text && { content: [{ type: 'text', text }] }) }
}

export const insertInto = (editor: Editor, node: JSONContent): boolean =>
  editor.chain().focus().insertContent(node).run()
