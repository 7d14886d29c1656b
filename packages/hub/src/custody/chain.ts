import type { Soundness } from '../hub.ts'
import type { CustodyEvent, Holder } from './custody-event.ts'

export const breakKinds = ['holder', 'unsigned', 'seal', 'file'] as const
export type Break = {
  /** The event before which the chain does not hold. */
  readonly nth: number
  readonly kind: (typeof breakKinds)[number]
  readonly expected: string
  readonly found: string
}

export type Chain = {
  readonly holder: Holder | null
  /** A transfer that nobody has signed for yet. */
  readonly pending: CustodyEvent | null
  readonly hasEnded: boolean
  readonly sealNumber: string
  readonly breaks: readonly Break[]
}

/** How a file of the item was found when it was last compared, after which event. */
type FileFound = { readonly attachmentId: string; readonly found: Soundness; readonly nth: number }

const isSame = (a: Holder, b: Holder) => a.agencyId === b.agencyId && a.name === b.name

/**
 * The chain of custody of one item, its events in their order: who holds it now, what waits for a signature, and every
 * place where it is broken: the thing came from elsewhere than where it was, a transfer that was not signed for went on,
 * the seal is another one, or a file of it no longer has the digest it was entered with.
 */
export function chainOf(events: readonly CustodyEvent[], files: readonly FileFound[] = []): Chain {
  const breaks: Break[] = []
  let holder: Holder | null = null
  let pending: CustodyEvent | null = null
  let sealNumber = ''
  for (const event of events) {
    const { nth, kind, moves } = event
    const from: Holder = { agencyId: event.fromAgencyId, name: event.fromName }
    const to: Holder = { agencyId: event.toAgencyId, name: event.toName }
    const isAnswer: boolean = pending !== null && event.answers === pending.id
    if (pending && !isAnswer) breaks.push({ nth, kind: 'unsigned', expected: pending.toName, found: to.name })
    if (holder && !isSame(holder, from)) breaks.push({ nth, kind: 'holder', expected: holder.name, found: from.name })
    if (sealNumber && event.sealBefore && event.sealBefore !== sealNumber)
      breaks.push({ nth, kind: 'seal', expected: sealNumber, found: event.sealBefore })
    sealNumber = event.sealAfter || event.sealBefore || sealNumber
    const waits = kind === 'transfer' && event.toAgencyId !== null
    pending = waits ? event : null
    if (!waits && moves !== 'title') holder = to
  }
  for (const { attachmentId, found, nth } of files)
    if (found !== 'whole') breaks.push({ nth, kind: 'file', expected: attachmentId, found })
  const last = events.at(-1)
  return { holder, pending, hasEnded: last?.kind === 'destroy' || last?.kind === 'auction', sealNumber, breaks }
}
