import { giveWords, type Hub } from '@lianban/hub'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'

/** Texts from before there was a search by words get theirs while the hub already serves; stopped, it goes on next time. */
export function startGivingWords({ db, clock }: Hub, log: Logger): { stop(): Promise<void> } {
  let isStopped = false
  let told = 0
  const done = giveWords({
    db,
    clock,
    isStopped: () => isStopped,
    onProgress(given) {
      if (given - told < 10_000) return
      told = given
      log.info({ given }, 'texts are being made ready for the search')
    },
  }).then(
    (given) => {
      if (given > 0) log.info({ given, isWhole: !isStopped }, 'texts were made ready for the search')
    },
    (error: unknown) => log.error({ fault: faultOf(error) }, 'texts could not be made ready for the search'),
  )
  return {
    async stop() {
      isStopped = true
      await done
    },
  }
}
