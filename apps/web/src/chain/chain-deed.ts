import type { BoundEvidence } from '../app/api-types.ts'

/** What an officer is about to do with the chain. */
export type ChainDeed =
  | { readonly deed: 'choose' }
  | { readonly deed: 'bind'; readonly factId?: string | undefined; readonly evidenceId?: string | undefined }
  | { readonly deed: 'unbind' | 'explain'; readonly binding: BoundEvidence }
