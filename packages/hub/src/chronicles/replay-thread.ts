import { Worker } from 'node:worker_threads'
import type { Done, Task } from './question.ts'

type Without<Key extends string, Union> = Union extends unknown ? Omit<Union, Key> : never

/** The thread that replays histories; it starts when it is first needed, and anew after it has failed. */
export function makeReplayThread() {
  const asked = new Map<number, PromiseWithResolvers<Done>>()
  let worker: Worker | undefined
  let made = 0

  const start = () => {
    const started = new Worker(new URL('./chronicle-worker.ts', import.meta.url))
    started.unref()
    started.on('message', (done: Done) => {
      const waiting = asked.get(done.id)
      asked.delete(done.id)
      if (done.fault) waiting?.reject(new Error(done.fault))
      else waiting?.resolve(done)
    })
    started.on('error', (cause) => giveUp(started, cause))
    started.on('exit', () => giveUp(started, new Error('the thread that replays histories has ended')))
    return started
  }

  const giveUp = (ended: Worker, cause: unknown) => {
    if (worker !== ended) return
    worker = undefined
    for (const { reject } of asked.values()) reject(cause)
    asked.clear()
  }

  return {
    ask(task: Without<'id', Task>, handedOver: ArrayBuffer[] = []): Promise<Done> {
      worker ??= start()
      const id = made++
      const answer = Promise.withResolvers<Done>()
      asked.set(id, answer)
      worker.postMessage({ id, ...task }, handedOver)
      return answer.promise
    },
    async close() {
      await worker?.terminate()
    },
  }
}
