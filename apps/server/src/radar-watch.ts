import { type Hub, lookByRadar } from '@lianban/hub'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'

const everyMs = 15 * 60_000

/** Looks by the radar at the start and every quarter of an hour; what fails is tried again. */
export function startRadar(hub: Hub, log: Logger): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = running
      .then(() => lookByRadar(hub))
      .catch((error: unknown) => log.error({ fault: faultOf(error) }, 'the radar could not look and looks again'))
  }
  look()
  const timer = setInterval(look, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
