import { climbNotice, dueClimbs, type Hub } from '@lianban/hub'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'

type Options = {
  readonly hub: Hub
  /** How often the outbox is looked through. */
  readonly everyMs: number
  readonly log: Logger
}

const most = 100

/** Looks for notices that nobody has read in their time; what was due while the hub was down is found at its start. */
export function startClimber({ hub, everyMs, log }: Options): { stop(): Promise<void> } {
  let looking = Promise.resolve()
  const look = () => {
    looking = looking
      .then(async () => {
        for (const id of await dueClimbs(hub, most)) await climbNotice(hub, id)
      })
      .catch((error: unknown) => log.error({ fault: faultOf(error) }, 'unread notices could not be looked after'))
  }
  look()
  const timer = setInterval(look, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
