/** What one connection, or one room, may cost the process. */
export type Limits = {
  /** Also the `maxPayload` for the caller's WebSocket server, which then never holds a larger message. */
  readonly messageBytes: number
  readonly messagesPerSecond: number
  readonly messagesAtOnce: number
  readonly bytesPerSecond: number
  readonly bytesAtOnce: number
  readonly presenceBytes: number
  /** Offline work of many page visits arrives as one update with as many client ids. */
  readonly authorsPerUpdate: number
  readonly connectionsPerRoom: number
  /** Of all rooms of the process together. */
  readonly connections: number
  /** Waiting to be written to a client that reads slowly. */
  readonly unsentBytes: number
  /** Waiting for the store. */
  readonly unsavedBytes: number
  readonly saveTimeoutMs: number
  readonly askTimeoutMs: number
  /** How many updates of a room become one, while people are in it and when the last one leaves. */
  readonly foldAfter: number
  readonly foldOnLeaving: number
  /** How often rooms look in the store by themselves for what another process may not have told them of. */
  readonly lookMs: number
}

export const defaultLimits: Limits = {
  messageBytes: 1024 * 1024,
  messagesPerSecond: 200,
  messagesAtOnce: 2000,
  bytesPerSecond: 2 * 1024 * 1024,
  bytesAtOnce: 8 * 1024 * 1024,
  presenceBytes: 16 * 1024,
  authorsPerUpdate: 256,
  connectionsPerRoom: 200,
  connections: 10_000,
  unsentBytes: 16 * 1024 * 1024,
  unsavedBytes: 16 * 1024 * 1024,
  saveTimeoutMs: 10_000,
  askTimeoutMs: 1000,
  foldAfter: 1000,
  foldOnLeaving: 50,
  lookMs: 10_000,
}
