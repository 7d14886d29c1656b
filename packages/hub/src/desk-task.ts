import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import type { Sentence } from '@lianban/kernel'
import type { Hub } from './hub.ts'

export type DeskDeed = 'approve' | 'decline' | 'extend' | 'letEnd' | 'note'

/** One thing that waits for this officer: what, where to go, since when and until when. */
export type DeskTask = {
  /** Names the vertical and the deed; the desk has a word and a picture for it. */
  readonly kind: `${string}.${string}`
  readonly id: string
  readonly title: Sentence
  readonly note?: Sentence
  readonly at: Date
  readonly dueAt: Date | null
  readonly href: string
  /** What can be done about it without opening it. */
  readonly atOnce?: {
    readonly version: number
    readonly deeds: readonly DeskDeed[]
    /** The end that extending would give it. */
    readonly until: Date | null
  }
}

export type TaskSource = (given: {
  readonly officer: SignedIn['officer']
  readonly tx: Tx
  readonly now: Date
  readonly hub: Hub
}) => Promise<DeskTask[]>
