import { createRoot } from 'solid-js'
import { createStore, produce, reconcile } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { HandlingCode } from '../app/api-types.ts'
import { createSubmission } from '../app/submission.ts'
import { ownDigest } from './own-digest.ts'
import { orRefused } from './refused-answer.ts'
import { startSending } from './sending.ts'

export type Marks = { readonly isSensitive: boolean; readonly handlingCode: HandlingCode }

export type Item = {
  readonly key: number
  readonly name: string
  readonly bytes: number
  readonly state: 'waiting' | 'sending' | 'paused' | 'checking' | 'done' | 'failed'
  readonly sent: number
  readonly isWaitingForLine: boolean
  readonly fileId: string | undefined
  readonly error: unknown
}

const atOnce = 2
const shownMs = 6_000

/** The uploads of one case. They go on while the officer is on other pages of the application. */
function createQueue(caseId: string) {
  const [items, set] = createStore<Item[]>([])
  const work = new Map<
    number,
    { file: File; marks: Marks; stop: () => void; begin: ReturnType<typeof createSubmission> }
  >()
  const watchers = new Set<() => void>()
  let made = 0

  const change = (key: number, changed: Partial<Item>) =>
    set(
      (item) => item.key === key,
      produce((item: Item) => void Object.assign(item, changed)),
    )
  const stateOf = (key: number) => items.find((item) => item.key === key)?.state

  async function run(item: Item): Promise<void> {
    const { key } = item
    const own = work.get(key)!
    change(key, { state: 'sending', error: undefined, isWaitingForLine: false })
    const digesting = ownDigest(own.file)
    own.stop = () => digesting.stop()
    try {
      const { name, size: bytes } = own.file
      const fileId =
        item.fileId ??
        (
          await own.begin.send((submissionId) =>
            api.files.begin.mutate({ submissionId, caseId, name: name.trim(), bytes, ...own.marks }),
          )
        ).fileId
      change(key, { fileId })
      if (stateOf(key) !== 'sending') return
      const sending = startSending(own.file, fileId, {
        onProgress: (sent) => change(key, { sent }),
        onWaiting: (isWaitingForLine) => change(key, { isWaitingForLine }),
      })
      own.stop = () => {
        sending.stop()
        digesting.stop()
      }
      await sending.done
      change(key, { state: 'checking', sent: bytes })
      const sha256 = await digesting.digest
      await orRefused(
        await fetch(`/uploads/${fileId}/finish`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ sha256 }),
        }),
      )
      change(key, { state: 'done' })
      // It stands in the list by then.
      setTimeout(() => remove(key), shownMs)
      for (const watcher of watchers) watcher()
    } catch (error) {
      digesting.stop()
      change(key, { state: 'failed', error })
    }
  }

  function remove(key: number): void {
    work.get(key)?.stop()
    work.delete(key)
    set(
      reconcile(
        items.filter((item) => item.key !== key),
        { key: 'key' },
      ),
    )
    next()
  }

  function next(): void {
    const running = items.filter(({ state }) => state === 'sending' || state === 'checking').length
    const waiting = items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, atOnce - running))
    for (const item of waiting) void run(item).finally(next)
  }

  return {
    items,
    /** Takes a file up; one that was begun before goes on under its id. */
    add(file: File, marks: Marks, fileId?: string): void {
      const key = made++
      work.set(key, { file, marks, stop: () => {}, begin: createSubmission() })
      const item: Item = {
        ...{ key, name: file.name, bytes: file.size, state: 'waiting', sent: 0, fileId },
        ...{ isWaitingForLine: false, error: undefined },
      }
      set(items.length, item)
      next()
    },
    pause(key: number): void {
      work.get(key)?.stop()
      change(key, { state: 'paused' })
      next()
    },
    /** Goes on after a pause; after a failure from where the server is, or anew if it knows of nothing. */
    resume(key: number, isAnew = false): void {
      change(key, { state: 'waiting', error: undefined, ...(isAnew && { fileId: undefined, sent: 0 }) })
      next()
    },
    remove,
    /** Called whenever a file was taken. */
    onTaken(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

const queues = new Map<string, ReturnType<typeof createQueue>>()

export function queueOf(caseId: string): ReturnType<typeof createQueue> {
  const found = queues.get(caseId) ?? createRoot(() => createQueue(caseId))
  queues.set(caseId, found)
  return found
}

/** The server forgets an upload and what has arrived of it. */
export const discardUpload = async (fileId: string): Promise<void> =>
  void (await orRefused(await fetch(`/uploads/${fileId}`, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } })))
