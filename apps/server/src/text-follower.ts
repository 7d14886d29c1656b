import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'

/** How long a stopping hub waits for the stretch at hand; one that is cut off is followed again next time. */
const patienceMs = 1500

/** What is written in the rooms becomes findable, by a thread of its own that follows the log of updates. */
export function startFollowingTexts(programUrl: string, log: Logger): { stop(): Promise<void> } {
  const thread = new Worker(new URL('./text-follower-thread.ts', import.meta.url), { workerData: { programUrl } })
  const ended = once(thread, 'exit')
  thread.unref()
  thread.on('message', (said: { fault: unknown; sectionId?: string }) =>
    log.error(said, said.sectionId ? 'a section cannot be read for the search' : 'texts could not be followed'),
  )
  thread.on('error', (error) => log.error({ fault: faultOf(error) }, 'the thread that follows texts has ended'))
  return {
    async stop() {
      thread.postMessage('stop')
      await Promise.race([ended.catch(() => {}), pause(patienceMs, undefined, { ref: false })])
      await thread.terminate()
    },
  }
}
