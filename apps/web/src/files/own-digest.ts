import type { DigestNews } from './digest-worker.ts'

/** The SHA-256 of a file as this computer has it. */
export function ownDigest(file: File): { readonly digest: Promise<string>; stop(): void } {
  const worker = new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // Whoever stopped it does not hear of it; whoever waits for it does.
  promise.catch(() => {})
  worker.onmessage = ({ data }: MessageEvent<DigestNews>) => {
    worker.terminate()
    if ('sha256' in data) resolve(data.sha256)
    else reject(new UnreadableError())
  }
  worker.onerror = () => reject(new UnreadableError())
  worker.postMessage(file)
  return { digest: promise, stop: () => worker.terminate() }
}

/** The file is not where it was, or not as it was. */
export class UnreadableError extends Error {}
