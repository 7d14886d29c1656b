/**
 * Why the server ended a connection. y-websocket comes back by itself after any code outside 4400 to 4499, so what time
 * or a second try can mend stands outside that range.
 */
export const closings = {
  stopping: { code: 1001, reason: 'stopping' },
  tooLarge: { code: 1009, reason: 'too-large' },
  fault: { code: 1011, reason: 'fault' },
  malformed: { code: 4400, reason: 'malformed' },
  revoked: { code: 4401, reason: 'revoked' },
  sessionEnded: { code: 4401, reason: 'session-ended' },
  readOnly: { code: 4403, reason: 'read-only' },
  setAside: { code: 4403, reason: 'set-aside' },
  authorMismatch: { code: 4403, reason: 'author-mismatch' },
  tooSlow: { code: 4408, reason: 'too-slow' },
  damaged: { code: 4423, reason: 'damaged' },
  tooFast: { code: 4429, reason: 'too-fast' },
  notSaved: { code: 4500, reason: 'not-saved' },
  unavailable: { code: 4503, reason: 'unavailable' },
  roomFull: { code: 4503, reason: 'room-full' },
} as const

export type Closing = (typeof closings)[keyof typeof closings]
