import { copyLog } from '@lianban/audit'
import type { Database } from '@lianban/db'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'

const everyMs = 5000

/** Copies tiles and entries to a folder as they close, such as a mount of another machine; what fails is tried again. */
export function startLogCopier(db: Database, folder: string, log: Logger): { stop(): Promise<void> } {
  let running = Promise.resolve()
  const copy = () => {
    running = running
      .then(() => copyLog(db, folder))
      .then(
        () => {},
        (error: unknown) => log.error({ fault: faultOf(error) }, 'the log could not be copied off and is tried again'),
      )
  }
  const timer = setInterval(copy, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      copy()
      await running
    },
  }
}
