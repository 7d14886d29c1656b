import type { Clock } from '@lianban/kernel'
import type { Closing } from './closing.ts'
import type { Limits } from './limits.ts'
import type { Gatekeeper, Member, Right } from './member.ts'
import type { RoomStore } from './store.ts'

/** What happened, for the operator's log: never content. */
export type RoomEvent =
  | {
      readonly event: 'closed'
      readonly roomId: string
      readonly member: Member
      readonly closing: Closing
      readonly cause?: unknown
    }
  | {
      readonly event: 'not-saved'
      readonly roomIds: readonly string[]
      readonly updates: number
      readonly cause: unknown
    }
  | { readonly event: 'fault'; readonly cause: unknown }

export type RoomOptions = {
  readonly store: RoomStore
  readonly gatekeeper: Gatekeeper
  readonly clock: Clock
  readonly limits?: Partial<Limits>
  log(event: RoomEvent): void
  onJoined?(roomId: string, member: Member, right: Right): void
  onLeft?(roomId: string, member: Member, wrote: { readonly updates: number; readonly bytes: number }): void
  /** A write that the member had no right to. Nothing of it was kept. */
  onRefused?(roomId: string, member: Member, reason: 'read-only' | 'author-mismatch'): void
}
