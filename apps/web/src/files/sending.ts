import { DetailedError, Upload } from 'tus-js-client'
import { UnreadableError } from './own-digest.ts'

/** The disk of the server is full. */
export class NoRoomError extends Error {}
/** The server was not to be reached for longer than one waits for it. */
export class LostError extends Error {}

const pieceBytes = 32 * 1024 * 1024
const waits = [0, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 30_000, 30_000, 60_000, 60_000]

type Told = { onProgress(sent: number): void; onWaiting(isWaiting: boolean): void }

/** Sends what of a file the server does not have yet; a lost line is waited for, and the server asked how far it came. */
export function startSending(file: File, fileId: string, told: Told) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  promise.catch(() => {})
  const upload = new Upload(file, {
    uploadUrl: `/uploads/${fileId}`,
    chunkSize: pieceBytes,
    retryDelays: waits,
    storeFingerprintForResuming: false,
    onProgress(sent) {
      told.onWaiting(false)
      told.onProgress(sent)
    },
    onShouldRetry(error) {
      const status = error.originalResponse?.getStatus() ?? 0
      const isWorthIt = status === 0 || status === 408 || status === 409 || (status >= 500 && status !== 507)
      told.onWaiting(isWorthIt)
      return isWorthIt
    },
    onError: (error) => reject(asKnown(error)),
    onSuccess: () => resolve(),
  })
  upload.start()
  return { done: promise, stop: () => void upload.abort() }
}

/** In the form of a refused call, so that the page says it as any other. */
function asKnown(error: Error | DetailedError): Error {
  if (!(error instanceof DetailedError)) return new UnreadableError()
  const response = error.originalResponse
  if (!response || response.getStatus() === 0) return new LostError()
  const status = response.getStatus()
  if (status === 507) return new NoRoomError()
  if (status === 401) return Object.assign(new Error('signed out'), { data: { code: 'UNAUTHORIZED' } })
  return status >= 500 ? new LostError() : new EndedError()
}

/** The server knows of no such upload, or no longer takes it. */
export class EndedError extends Error {}
