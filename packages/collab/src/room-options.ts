import type { Clock } from './clock.ts'
import type { Closing } from './closing.ts'
import type { Limits } from './limits.ts'
import type { Gatekeeper, Member, Right } from './member.ts'
import type { Relay } from './relay.ts'
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
  /** Stored bytes that are not those that were saved. The room is read only, as it was before that update. */
  | { readonly event: 'damaged'; readonly roomId: string; readonly seq: number }
  /** A snapshot that cannot be used; the log has what it held. */
  | { readonly event: 'damaged-snapshot'; readonly roomId: string; readonly seq: number }
  /** An update that Yjs cannot integrate, though it decodes. It stays in the log as it is. */
  | { readonly event: 'unreplayable'; readonly roomId: string; readonly seq: number }
  | { readonly event: 'not-compacted'; readonly roomId: string; readonly cause: unknown }
  /** What other processes saved or said could not be followed; it is tried again. */
  | { readonly event: 'not-followed'; readonly cause: unknown }

export type RoomOptions = {
  readonly store: RoomStore
  readonly gatekeeper: Gatekeeper
  readonly clock: Clock
  /** The way to other processes that serve the same rooms; without it this one serves them alone. */
  readonly relay?: Relay
  readonly limits?: Partial<Limits>
  log(event: RoomEvent): void
  onJoined?(roomId: string, member: Member, right: Right): void
  onLeft?(roomId: string, member: Member, wrote: { readonly updates: number; readonly bytes: number }): void
  /** A write that the member had no right to. Nothing of it was kept. */
  onRefused?(roomId: string, member: Member, reason: 'read-only' | 'set-aside' | 'author-mismatch'): void
}
