import type { Receipts } from '@lianban/audit'
import type { Database, Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import type { Clock, RequestId, SectionId } from '@lianban/kernel'
import type { Law } from '@lianban/law'
import type { Policy, Vocabulary } from '@lianban/policy'
import type { AlertRule } from './alert-rules/index.ts'
import type { Chronicles } from './chronicles/index.ts'
import type { BlindKey } from './digests/index.ts'
import type { Limits } from './limits.ts'
import type { LogCopy } from './log-copy.ts'
import type { Measures } from './measures/index.ts'
import type { Reach } from './reach.ts'
import type { RetentionKind } from './retention-kinds/index.ts'

/** What every command and query stands on. */
export type Hub = {
  readonly db: Database
  readonly policy: Policy
  /** What the rules of the policy may speak of. */
  readonly vocabulary: Vocabulary
  /** What holds for every share, as it is in force: to be asked anew by every act. */
  readonly measures: Measures
  readonly autoShare: AutoShare
  /** Deadlines, calendar and what else the law says, as this process found it at its start. */
  readonly law: Law
  readonly clock: Clock
  readonly sections: SectionContent
  readonly contents: FileContents
  /** What was written in sections by whom, and what they said before. */
  readonly chronicles: Chronicles
  readonly blindKey: BlindKey
  readonly limits: Limits
  /** What in the log is out of the ordinary. */
  readonly alertRules: readonly AlertRule[]
  /** How long the log keeps what it can be matched by, kind by kind. */
  readonly retention: readonly RetentionKind[]
  /** The copy of the log away from this machine; null where none is kept. */
  readonly logCopy: () => LogCopy | null
  /** What receipts for acts are made with. */
  readonly receipts: Receipts
  /** Which addresses webhooks may lead to. */
  readonly webhookReach: Reach
}

/** Port to what is durably written in the rooms of sections, as one Yjs update for each. */
export type SectionContent = {
  read(tx: Tx, sectionIds: readonly SectionId[]): Promise<ReadonlyMap<SectionId, Uint8Array>>
}

/** How stored bytes were found: as they are on record, absent, or other than their digest says. */
export type Soundness = 'whole' | 'missing' | 'changed'

/** Port to the bytes of files, which are read from end to end to answer. */
export type FileContents = {
  soundness(file: { readonly sha256: string; readonly bytes: number }): Promise<Soundness>
}

/** One act of one signed-in officer. */
export type Call = { readonly hub: Hub; readonly actor: SignedIn; readonly requestId: RequestId }

/** A record that was just entered, in the transaction that entered it. */
export type EnteredRecord = {
  readonly hub: Hub
  readonly tx: Tx
  readonly officer: SignedIn['officer']
  readonly now: Date
  readonly record: { readonly kind: 'Case' | 'Clue'; readonly id: string }
}

/** Port to the sharing that rules do by themselves when a record is entered. */
export type AutoShare = (entered: EnteredRecord) => Promise<void>
