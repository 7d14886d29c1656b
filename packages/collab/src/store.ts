/** Who stands behind a Yjs client id. */
export type Author = { readonly officerId: string; readonly agencyId: string }

export type StoredRoom = {
  /** Everything up to some moment as one update, where one was made. */
  readonly state: Uint8Array | undefined
  /** The updates after it, in the order in which they were saved. */
  readonly tail: readonly Uint8Array[]
  readonly authors: ReadonlyMap<number, Author>
  readonly lastSeq: bigint
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

/** Where rooms keep their updates. */
export type RoomStore = {
  load(roomId: string): Promise<StoredRoom>
  /** All durable when it resolves, or none; refuses a batch that gives away a client id of another officer. */
  append(batch: readonly NewUpdate[]): Promise<void>
}

/** The client id was bound to another officer first, perhaps through another process. */
export class AuthorTaken extends Error {
  override readonly name = 'AuthorTaken'
}
