import type { Readable } from 'node:stream'
import type { Digests } from './digester.ts'

/** What a content is known by: its length and its digests; the first of them is its address. */
export type Content = Digests & { readonly size: number }

/** From the first byte to the last, both included. */
export type ByteRange = { readonly start: number; readonly end: number }

/** How a content was found: as it was kept, absent, or other than what its address says. */
export type Soundness = 'whole' | 'missing' | 'changed'

/** Where contents are kept: each once, under its digest, never overwritten. */
export type ContentStore = {
  /** Takes over a complete file; the file itself stays where it is. Doing it twice is the same as once. */
  keep(path: string, content: Content): Promise<void>
  /** Reads the whole content and compares. With `within`, a content verified so recently and untouched since is believed. */
  verify(content: Pick<Content, 'sha256' | 'size'>, options?: { readonly withinMs?: number }): Promise<Soundness>
  read(content: Pick<Content, 'sha256'>, range?: ByteRange): Readable
}
