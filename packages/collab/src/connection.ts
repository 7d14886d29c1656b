import type { WebSocket } from 'ws'
import type { Allowance } from './allowance.ts'
import type { Member, Right } from './member.ts'

/** One socket of one member in one room. */
export type Connection = {
  readonly socket: WebSocket
  readonly roomId: string
  readonly member: Member
  /** The client asked to be told what is saved and what it may do. */
  readonly wantsNotices: boolean
  readonly allowance: Allowance
  state: 'joining' | 'open' | 'ended'
  right: Right
  /** The gatekeeper's newest answer; an older one that arrives later is void. */
  admission: Promise<void>
  /** The one client id whose presence this connection speaks for. */
  presenceId: number | undefined
  /** Sync messages with an update: how many came, how many of them are durable, how many wait. */
  received: number
  saved: number
  waiting: number
  waitingBytes: number
  updates: number
  bytes: number
}

export function newConnection(
  given: Pick<Connection, 'socket' | 'roomId' | 'member' | 'wantsNotices' | 'allowance' | 'right'>,
): Connection {
  return {
    ...given,
    state: 'joining',
    admission: Promise.resolve(),
    presenceId: undefined,
    received: 0,
    saved: 0,
    waiting: 0,
    waitingBytes: 0,
    updates: 0,
    bytes: 0,
  }
}
