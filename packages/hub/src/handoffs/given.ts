import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import type { AgencyId } from '@lianban/kernel'
import type { Hub } from '../hub.ts'
import type { GivenPaper, HandoffRow } from './handoff.ts'

/** A step that somebody takes: what was seen and is given with it, and the handoff as it stands. */
export type Given = {
  readonly input: {
    readonly expectedVersion: number
    readonly packageDigest: string
    readonly note: string
    readonly move?: string | undefined
    readonly reasons: string[]
    readonly papers: GivenPaper[]
    readonly namedAgencyId?: AgencyId | undefined
  }
  readonly subject: HandoffRow
  readonly officer: SignedIn['officer']
  readonly tx: Tx
  readonly now: Date
  readonly hub: Hub
}
