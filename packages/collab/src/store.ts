/** Who stands behind a Yjs client id. */
export type Author = { readonly officerId: string; readonly agencyId: string }

/** One update as it came. Numbers rise in the order in which updates became durable, over all rooms and processes. */
export type StoredUpdate = Author & { readonly seq: number; readonly update: Uint8Array }

/** All updates up to a number as one. */
export type Snapshot = { readonly upTo: number; readonly state: Uint8Array }

export type StoredRoom = {
  readonly snapshot: Snapshot | undefined
  /** The updates after it, in the order in which they were saved; up to the damage where there is one. */
  readonly tail: readonly StoredUpdate[]
  readonly authors: ReadonlyMap<number, Author>
  /** Nothing of the room up to this number is missing here. */
  readonly position: number
  /** The first update whose bytes are not those that were saved. */
  readonly damagedAt?: number | undefined
  /** Snapshots that could not be used, by number; the log has what they held. */
  readonly damagedSnapshots?: readonly number[]
}

export type NewUpdate = {
  readonly roomId: string
  readonly update: Uint8Array
  readonly officerId: string
  readonly agencyId: string
  readonly sessionId: string
  readonly at: Date
  /** Client ids that write in this room for the first time. From here they belong to this officer for good. */
  readonly newAuthors: readonly number[]
}

/** How far somebody has followed a room. */
export type Position = { readonly roomId: string; readonly position: number }

/** Where rooms keep their updates. */
export type RoomStore = {
  load(roomId: string): Promise<StoredRoom>
  /**
   * All durable when it resolves, or none; refuses a batch that gives away a client id of another officer. Answers the
   * number of the first update; the others follow it without a gap, and no lower number becomes visible any more. A
   * store that can tell other processes does so when `isTold`.
   */
  append(batch: readonly NewUpdate[], isTold?: boolean): Promise<number>
  /** What was saved after these positions, in the order of numbers. */
  since(positions: readonly Position[]): Promise<(StoredUpdate & { readonly roomId: string })[]>
  /** Keeps a snapshot beside the log, which stays whole. */
  keepSnapshot(roomId: string, snapshot: Snapshot, at: Date): Promise<void>
}

/** The client id was bound to another officer first, perhaps through another process. */
export class AuthorTaken extends Error {
  override readonly name = 'AuthorTaken'
}

/** Bytes that are not those that were saved. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
  readonly seq: number
  constructor(seq: number) {
    super(`update ${seq} is damaged`)
    this.seq = seq
  }
}
