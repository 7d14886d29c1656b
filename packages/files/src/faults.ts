/** Why something was not taken: stable codes, with the status that HTTP has for it. */
export const statuses = {
  'unknown-version': 412,
  'wrong-type': 415,
  malformed: 400,
  'offset-moved': 409,
  'too-large': 413,
  'too-long': 400,
  'checksum-differs': 460,
  'no-room': 507,
  gone: 410,
} as const

export type RefusalCode = keyof typeof statuses

/** The answer to a request that cannot be carried out; every other error is a fault. */
export class UploadRefusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))

/** A disk that is full is an answer, not a fault. */
export function orNoRoom(cause: unknown): never {
  throw isFull(cause) ? new UploadRefusal('no-room', { cause }) : cause
}
