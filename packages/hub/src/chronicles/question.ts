import type { Block, CanonicalDocument, ComparedBlock, Passage, Replacement, Sitting } from '@lianban/dossier'

/** A past moment: the number of an update, an instant, or the newest. */
export type When = { readonly seq: number } | { readonly at: number } | 'now'

/** What can be asked of a section's history, and what is answered. Officers are named by a key that the asker gave. */
export type Questions = {
  passages: { readonly asked: { readonly when: When }; readonly answer: Written }
  document: { readonly asked: { readonly when: When }; readonly answer: Told }
  compared: { readonly asked: { readonly from: When; readonly to: When }; readonly answer: Comparison }
  replaced: { readonly asked: Replacement; readonly answer: Replaced }
  sittings: { readonly asked: { readonly atMost: number }; readonly answer: readonly Sitting[] }
}
export type Kind = keyof Questions
export type Question<K extends Kind> = { readonly kind: K } & Questions[K]['asked']

/** The section at a moment: up to which number, and when that was saved; 0 before the first word. */
type Reached = { readonly seq: number; readonly at: number }
export type Told = Reached & { readonly document: CanonicalDocument; readonly blocks: readonly ToldBlock[] }
/** A block with where its letters stand. */
export type ToldBlock = Omit<Block, 'runs'> & { readonly letters: { readonly from: number; readonly to: number } }
export type Written = Told & { readonly passages: readonly Passage[] }
/** The edit that sets other words, if those that were seen are still there, and how far the history is known. */
export type Replaced = {
  readonly reached: number
  readonly brokenAt: number | undefined
  readonly edit: { readonly update: Uint8Array; readonly clientId: number } | undefined
}
export type Comparison = { readonly from: Reached; readonly to: Reached; readonly blocks: readonly ComparedBlock[] }

/** Updates as one stretch of bytes, which goes to another thread without being copied. */
export type Packed = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly ends: readonly number[]
  readonly seqs: readonly number[]
  readonly ats: readonly number[]
  readonly officers: readonly string[]
}

export type Task =
  | { readonly id: number; readonly roomId: string; readonly add: Packed }
  | {
      readonly id: number
      readonly roomId: string
      readonly ask: Question<Kind>
      readonly authors: ReadonlyMap<number, string>
      /** How far the history must have come; the thread may have let it go since it was read. */
      readonly needs: number
    }
export type Done = { readonly id: number; readonly reached: number; readonly answer?: unknown; readonly fault?: string }
