import { Worker } from 'node:worker_threads'
import type { PressNews, PressTask } from './press-worker.ts'

export type Progress = { readonly drawn: number; readonly pages: number }

/** Prints papers in threads of their own, one after the other, so that nobody who types waits for a big one. */
export type Press = {
  print(task: PressTask, told: { onProgress(progress: Progress): void; signal: AbortSignal }): Promise<Uint8Array>
  close(): Promise<void>
}

/** A dossier of some thousand pages; beyond that a thread is not to take the machine with it. */
const mostMegabytes = 768

export function makePress(): Press {
  let last: Promise<unknown> = Promise.resolve()
  const closing = new AbortController()

  async function printed({ task, onProgress, signal }: Job): Promise<Uint8Array> {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./press-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
    worker.on('message', (news: PressNews) => (news.kind === 'done' ? resolve(news.file) : onProgress(news)))
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread that prints has ended')))
    try {
      return await promise
    } finally {
      signal.removeEventListener('abort', stop)
      await worker.terminate()
    }
  }

  return {
    print(task, { onProgress, signal }) {
      const job = { task, onProgress, signal: AbortSignal.any([signal, closing.signal]) }
      const next = last.then(() => printed(job))
      last = next.catch(() => {})
      return next
    },
    async close() {
      closing.abort()
      await last
    },
  }
}

type Job = { readonly task: PressTask; readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal }
