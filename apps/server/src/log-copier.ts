import { CopyDiffers, copyLog } from '@lianban/audit'
import type { Database } from '@lianban/db'
import type { LogCopy } from '@lianban/hub'
import type { Clock } from '@lianban/kernel'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'
import type { Metrics } from './metrics.ts'

const everyMs = 5000
/** All of the copy is held against the log at the start and then once an hour, what is new each time. */
const wholeEvery = 720

type Copier = { standing(): LogCopy; stop(): Promise<void> }
type Options = {
  readonly db: Database
  readonly folder: string
  readonly clock: Clock
  readonly metrics: Metrics
  readonly log: Logger
  readonly everyMs?: number | undefined
}

/** Copies tiles, entries and checkpoints to a folder as they close, such as a mount of another machine; what fails is tried again. */
export function startLogCopier({ db, folder, clock, metrics, log, ...options }: Options): Copier {
  let standing: LogCopy = { size: 0, at: null, differsAt: null, isOutOfReach: false }
  let running = Promise.resolve()
  let turn = 0

  async function copy(): Promise<void> {
    try {
      const { size } = await copyLog(db, folder, { isWhole: turn++ % wholeEvery === 0 })
      standing = { size, at: clock.now(), differsAt: null, isOutOfReach: false }
      metrics.logCopyDiffers.set(0)
    } catch (error) {
      // Until all of it was compared again nothing is taken back.
      turn = 0
      if (!(error instanceof CopyDiffers)) {
        standing = { ...standing, isOutOfReach: true }
        log.error({ fault: faultOf(error) }, 'the log could not be copied off and is tried again')
        return
      }
      if (standing.differsAt !== error.path)
        log.fatal({ path: error.path }, 'the copy of the log differs from the log: one of the two was rewritten')
      standing = { ...standing, differsAt: error.path, isOutOfReach: false }
      metrics.logCopyDiffers.set(1)
    }
  }

  const go = () => {
    running = running.then(copy)
  }
  go()
  const timer = setInterval(go, options.everyMs ?? everyMs)
  return {
    standing: () => standing,
    async stop() {
      clearInterval(timer)
      go()
      await running
    },
  }
}
