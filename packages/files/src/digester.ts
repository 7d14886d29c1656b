import { availableParallelism } from 'node:os'
import { makeDigestThread } from './digest-thread.ts'
import type { Algorithm } from './digest-worker.ts'

export type Digests = Readonly<Record<Algorithm, string>>

/** The digests of a file that is still being written: it is read behind the writer, and never overtakes it. */
export type Following = {
  /** So many bytes are written. */
  reach(bytes: number): void
  /** The digests of everything that was reached. */
  end(): Promise<Digests>
  drop(): void
}

/** Digests files in threads of their own; whoever serves requests is not held up. */
export type Digester = {
  follow(path: string): Following
  digest(path: string, bytes: number, algorithm: Algorithm): Promise<string>
  close(): Promise<void>
}

const algorithms: readonly Algorithm[] = ['sha256', 'sm3']

/** Each algorithm has a thread of its own, and several where there are many processors: the slow one holds up nobody. */
export function createDigester({
  lanes = Math.max(1, Math.floor(availableParallelism() / 2)),
}: {
  readonly lanes?: number
} = {}): Digester {
  const threads = new Map(algorithms.map((name) => [name, Array.from({ length: lanes }, () => makeDigestThread(name))]))
  const idlest = (algorithm: Algorithm) => threads.get(algorithm)!.reduce((a, b) => (b.jobs() < a.jobs() ? b : a))

  return {
    follow(path) {
      const jobs = algorithms.map((algorithm) => idlest(algorithm).open(path))
      return {
        reach(bytes) {
          for (const job of jobs) job.reach(bytes)
        },
        async end() {
          const [sha256, sm3] = await Promise.all(jobs.map((job) => job.end()))
          return { sha256: sha256!, sm3: sm3! }
        },
        drop() {
          for (const job of jobs) job.drop()
        },
      }
    },
    digest(path, bytes, algorithm) {
      const job = idlest(algorithm).open(path)
      job.reach(bytes)
      return job.end()
    },
    async close() {
      await Promise.all([...threads.values()].flat().map((thread) => thread.close()))
    },
  }
}
