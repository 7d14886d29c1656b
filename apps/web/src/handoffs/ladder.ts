export const handoffStates = ['prepared', 'dispatched', 'signed_for', 'accepted', 'returned', 'cancelled'] as const
export type HandoffState = (typeof handoffStates)[number]
type Rung = Exclude<HandoffState, 'prepared'>

export type Receipt<Officer> = {
  readonly rung: Rung
  readonly officer: Officer
  readonly at: string
  readonly packageDigest: string
  readonly note: string
}

/** One rung of the receipt ladder: given, or still awaited. A receipt over another digest is shown as broken. */
export type LadderRung<Officer> =
  | {
      readonly rung: HandoffState
      readonly kind: 'given'
      readonly receipt: Receipt<Officer>
      readonly sameDigest: boolean
    }
  | { readonly rung: HandoffState; readonly kind: 'prepared'; readonly at: string; readonly officer: Officer }
  | { readonly rung: HandoffState; readonly kind: 'awaited' }

export function ladder<Officer>(handoff: {
  readonly state: HandoffState
  readonly packageDigest: string
  readonly preparedAt: string
  readonly preparedBy: Officer
  readonly receipts: readonly Receipt<Officer>[]
}): LadderRung<Officer>[] {
  const given = handoff.receipts
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map((receipt) => ({
      rung: receipt.rung,
      kind: 'given' as const,
      receipt,
      sameDigest: receipt.packageDigest === handoff.packageDigest,
    }))
  const awaited = stillAwaited[handoff.state].map((rung) => ({ rung, kind: 'awaited' as const }))
  return [
    { rung: 'prepared', kind: 'prepared', at: handoff.preparedAt, officer: handoff.preparedBy },
    ...given,
    ...awaited,
  ]
}

const stillAwaited: Record<HandoffState, readonly HandoffState[]> = {
  prepared: ['dispatched', 'signed_for', 'accepted'],
  dispatched: ['signed_for', 'accepted'],
  signed_for: ['accepted'],
  accepted: [],
  returned: [],
  cancelled: [],
}

/** The deeds an officer may do now, in the order they are offered; the first is the expected next step. */
const deeds = ['dispatch', 'sign', 'accept', 'return', 'cancel'] as const
export type Deed = (typeof deeds)[number]

export const openDeeds = (can: Readonly<Record<Deed, boolean>>): Deed[] => deeds.filter((deed) => can[deed])

/** Sending back and calling off must be explained to the other side. */
export const needsNote = (deed: Deed): boolean => deed === 'return' || deed === 'cancel'
