import type { BoundKind } from '@lianban/dossier'

export type BlockDraft = { kind: BoundKind; recordId: string; clueId: string; words: string }
export type BlockProblem = 'record' | 'words'

export const blankBlock: BlockDraft = { kind: 'event', recordId: '', clueId: '', words: '' }

/** What keeps the block from being inserted: nothing chosen, or words that the clue does not say. */
export function blockProblem(draft: BlockDraft, clueContent: string | null | undefined): BlockProblem | undefined {
  if (draft.kind === 'event' || draft.kind === 'figure') return draft.recordId ? undefined : 'record'
  if (!draft.clueId) return 'record'
  if (draft.kind === 'goods') return undefined
  const words = draft.words.trim()
  return words !== '' && clueContent?.includes(words) ? undefined : 'words'
}
