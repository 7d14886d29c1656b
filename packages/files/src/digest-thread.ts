import { Worker } from 'node:worker_threads'
import type { Algorithm, DigestAnswer, DigestOrder } from './digest-worker.ts'

type Job = { reach(bytes: number): void; end(): Promise<string>; drop(): void }

type DigestThread = { open(path: string): Job; jobs(): number; close(): Promise<void> }

/** In the sources the thread runs TypeScript as it is, and JavaScript once the package has been built. */
const script = new URL(import.meta.url.endsWith('.ts') ? './digest-worker.ts' : './digest-worker.js', import.meta.url)

/** A thread that digests with one algorithm. It starts when it is first needed; one that ended is started anew. */
export function makeDigestThread(algorithm: Algorithm): DigestThread {
  const asked = new Map<number, PromiseWithResolvers<string>>()
  let worker: Worker | undefined
  let made = 0

  const start = () => {
    const started = new Worker(script, { workerData: algorithm })
    started.unref()
    started.on('message', (answer: DigestAnswer) => {
      const waiting = asked.get(answer.job)
      asked.delete(answer.job)
      if ('digest' in answer) waiting?.resolve(answer.digest)
      else waiting?.reject(new Error(`a digest could not be made: ${answer.fault}`))
    })
    started.on('error', (cause) => giveUp(started, cause))
    started.on('exit', () => giveUp(started, new Error('the thread that digests has ended')))
    return started
  }

  const giveUp = (ended: Worker, cause: unknown) => {
    if (worker !== ended) return
    worker = undefined
    for (const { reject } of asked.values()) reject(cause)
    asked.clear()
  }

  return {
    open(path) {
      worker ??= start()
      const job = made++
      const answer = Promise.withResolvers<string>()
      // Whoever dropped the job, or never came to its end, does not hear that it failed.
      answer.promise.catch(() => {})
      asked.set(job, answer)
      const order = (said: DigestOrder) => worker?.postMessage(said)
      order({ job, what: 'open', path, algorithm })
      return {
        reach: (bytes) => order({ job, what: 'reach', bytes }),
        end() {
          order({ job, what: 'end' })
          return answer.promise
        },
        drop() {
          asked.delete(job)
          order({ job, what: 'drop' })
        },
      }
    },
    jobs: () => asked.size,
    async close() {
      await worker?.terminate()
    },
  }
}
