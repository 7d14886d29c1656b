import { Worker } from 'node:worker_threads'
import type { CompactionDone, CompactionTask } from './compaction-worker.ts'

/** Folds updates into one in a thread of its own, which starts when it is first needed; the rooms go on meanwhile. */
export type Compactor = {
  fold(updates: readonly Uint8Array[]): Promise<Omit<CompactionDone, 'id'>>
  close(): Promise<void>
}

/** In the sources the thread runs TypeScript as it is, and JavaScript once the package has been built. */
const script = new URL(
  import.meta.url.endsWith('.ts') ? './compaction-worker.ts' : './compaction-worker.js',
  import.meta.url,
)

export function createCompactor(): Compactor {
  const asked = new Map<number, PromiseWithResolvers<CompactionDone>>()
  let worker: Worker | undefined
  let made = 0

  const start = () => {
    const started = new Worker(script)
    started.unref()
    started.on('message', (done: CompactionDone) => {
      asked.get(done.id)?.resolve(done)
      asked.delete(done.id)
    })
    started.on('error', (cause) => giveUp(started, cause))
    started.on('exit', () => giveUp(started, new Error('the thread that compacts has ended')))
    return started
  }

  const giveUp = (ended: Worker, cause: unknown) => {
    if (worker !== ended) return
    worker = undefined
    for (const { reject } of asked.values()) reject(cause)
    asked.clear()
  }

  return {
    fold(updates) {
      worker ??= start()
      const id = made++
      const answer = Promise.withResolvers<CompactionDone>()
      asked.set(id, answer)
      worker.postMessage({ id, updates } satisfies CompactionTask)
      return answer.promise
    },
    async close() {
      await worker?.terminate()
    },
  }
}
