import { giveUpLost, type Hub, noteAttempt, type Parcel, takeParcels } from '@lianban/hub'
import type { Logger } from 'pino'
import { callOut } from './call-out.ts'
import { faultOf } from './fault.ts'

type Options = {
  readonly hub: Hub
  /** How often the outbox is looked through. */
  readonly everyMs: number
  readonly log: Logger
}

const most = 50

/**
 * Carries what agencies are told to their own endpoints. What is due is taken for a minute at a time: a process that dies
 * on the way leaves it to be taken again under the same id, and several processes carry different ones. An endpoint that
 * lets the hub wait is asked nothing more meanwhile, and no other waits for it.
 */
export function startCourier({ hub, everyMs, log }: Options): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const stopped = stopping.signal
  const onFault = (error: unknown) =>
    log.error({ fault: faultOf(error) }, 'notices could not be carried to the endpoints of agencies')
  const under = new Map<Parcel['webhookId'], Promise<void>>()
  let looking = Promise.resolve()

  const carry = async (parcel: Parcel) => {
    const answered = await callOut(parcel, { reach: hub.webhookReach, stopped })
    // What was broken off by the stop is taken again after the start.
    if (answered.status !== null || !stopped.aborted) await noteAttempt(hub, parcel, answered)
  }
  const look = async () => {
    if (stopped.aborted) return
    await giveUpLost(hub)
    const parcels = await takeParcels(hub, { most, except: [...under.keys()] })
    for (const [webhookId, own] of Map.groupBy(parcels, (parcel) => parcel.webhookId))
      under.set(
        webhookId,
        Promise.all(own.map(carry))
          .then(() => undefined, onFault)
          .then(() => {
            under.delete(webhookId)
            lookAgain()
          }),
      )
  }
  const lookAgain = () => {
    looking = looking.then(look).catch(onFault)
  }
  lookAgain()
  const timer = setInterval(lookAgain, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await looking
      await Promise.all(under.values())
    },
  }
}
