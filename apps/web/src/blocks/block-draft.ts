import type { BoundKind } from '@lianban/dossier'

export type BlockDraft = { kind: BoundKind; recordId: string; clueId: string; words: string; caption: string }
export type BlockProblem = 'record' | 'words'

export const blankBlock: BlockDraft = { kind: 'evidence', recordId: '', clueId: '', words: '', caption: '' }

/** In the order in which a dossier needs them. */
export const kindsToInsert = [
  'evidence',
  'seizure',
  'image',
  'event',
  'figure',
  'quotation',
  'goods',
] as const satisfies readonly BoundKind[]

/** Taken from a clue, and so brought into the section by a deed of its own. */
export const isOfClue = (kind: BoundKind): boolean => kind === 'quotation' || kind === 'goods'

/** What keeps the block from being inserted: nothing chosen, or words that the clue does not say. */
export function blockProblem(draft: BlockDraft, clueContent: string | null | undefined): BlockProblem | undefined {
  if (!isOfClue(draft.kind)) return draft.recordId ? undefined : 'record'
  if (!draft.clueId) return 'record'
  if (draft.kind === 'goods') return undefined
  const words = draft.words.trim()
  return words !== '' && clueContent?.includes(words) ? undefined : 'words'
}
