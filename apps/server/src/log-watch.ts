import { type Hub, watchLog } from '@lianban/hub'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'

const everyMs = 60_000

/** Looks for what is out of the ordinary in the newest part of the log, minute by minute; what fails is tried again. */
export function startWatching(hub: Hub, log: Logger): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = running
      .then(() => watchLog(hub, hub.alertRules))
      .catch((error: unknown) =>
        log.error({ fault: faultOf(error) }, 'the log could not be watched and is looked at again'),
      )
  }
  const timer = setInterval(look, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
