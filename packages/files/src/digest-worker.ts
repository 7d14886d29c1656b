import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readlinkSync, readSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'

export type Algorithm = 'sha256' | 'sm3'

/** A job reads one file from its beginning, as far as it was told that there is something to read. */
export type DigestOrder =
  | { readonly job: number; readonly what: 'open'; readonly path: string; readonly algorithm: Algorithm }
  | { readonly job: number; readonly what: 'reach'; readonly bytes: number }
  | { readonly job: number; readonly what: 'end' }
  | { readonly job: number; readonly what: 'drop' }

export type DigestAnswer =
  | { readonly job: number; readonly digest: string }
  | { readonly job: number; readonly fault: string }

type Job = {
  readonly id: number
  readonly path: string
  readonly hash: Hash
  file: number | undefined
  at: number
  reach: number
  isEnding: boolean
}

const slice = 1024 * 1024
const gentle = 5
const buffer = Buffer.allocUnsafeSlow(slice)
const jobs = new Map<number, Job>()
let isRunning = false

// The fast digest can wait for whoever awaits an answer of the server; the slow one is what everybody waits for in the end.
// Linux knows a thread by a number of its own.
if (process.platform === 'linux' && workerData === 'sha256')
  setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), gentle)

parentPort?.on('message', (order: DigestOrder) => {
  if (order.what === 'open') {
    const { job: id, path, algorithm } = order
    jobs.set(id, { id, path, hash: createHash(algorithm), file: undefined, at: 0, reach: 0, isEnding: false })
    return
  }
  const job = jobs.get(order.job)
  if (!job) return
  if (order.what === 'drop') close(job)
  if (order.what === 'reach') job.reach = Math.max(job.reach, order.bytes)
  if (order.what === 'end') job.isEnding = true
  if (!isRunning) turn()
})

/** One slice of every job that has something to do, then messages, then the next. */
function turn(): void {
  isRunning = false
  for (const job of [...jobs.values()]) {
    try {
      if (job.at < job.reach) readSlice(job)
      else if (job.isEnding) answer(job, { job: job.id, digest: job.hash.digest('hex') })
    } catch (error) {
      answer(job, { job: job.id, fault: error instanceof Error ? error.message : String(error) })
    }
    isRunning ||= jobs.has(job.id) && (job.at < job.reach || job.isEnding)
  }
  if (isRunning) setImmediate(turn)
}

function readSlice(job: Job): void {
  job.file ??= openSync(job.path, 'r')
  const read = readSync(job.file, buffer, 0, Math.min(slice, job.reach - job.at), job.at)
  if (read === 0) throw new Error(`the file ends at ${job.at} of ${job.reach} bytes`)
  job.hash.update(buffer.subarray(0, read))
  job.at += read
}

function answer(job: Job, said: DigestAnswer): void {
  parentPort?.postMessage(said)
  close(job)
}

function close(job: Job): void {
  jobs.delete(job.id)
  if (job.file !== undefined) closeSync(job.file)
}
