/** What may still be awaited; every other rung is called by its receipt. */
export type Awaited = 'dispatched' | 'signed_for' | 'accepted' | 'acted' | 'notified'

export type Receipt<Officer> = {
  readonly rung: string
  readonly officer: Officer
  readonly at: string
  readonly version: number
  readonly packageDigest: string
  readonly note: string
}

/** One rung of the receipt ladder: given, or still awaited. A receipt over another digest is shown as broken. */
export type LadderRung<Officer, Given extends Receipt<Officer> = Receipt<Officer>> =
  | { readonly rung: string; readonly kind: 'given'; readonly receipt: Given; readonly sameDigest: boolean }
  | { readonly rung: 'prepared'; readonly kind: 'prepared'; readonly at: string; readonly officer: Officer }
  | { readonly rung: Awaited; readonly kind: 'awaited' }

export function ladder<Officer, Given extends Receipt<Officer>>(handoff: {
  readonly state: string
  readonly packageDigest: string
  readonly preparedAt: string
  readonly preparedBy: Officer
  readonly receipts: readonly Given[]
}): LadderRung<Officer, Given>[] {
  const given = handoff.receipts
    .toSorted((a, b) => a.version - b.version)
    .map((receipt) => ({
      rung: receipt.rung,
      kind: 'given' as const,
      receipt,
      sameDigest: receipt.packageDigest === handoff.packageDigest,
    }))
  const awaited = (stillAwaited[handoff.state] ?? []).map((rung) => ({ rung, kind: 'awaited' as const }))
  return [
    { rung: 'prepared', kind: 'prepared', at: handoff.preparedAt, officer: handoff.preparedBy },
    ...given,
    ...awaited,
  ]
}

const stillAwaited: Readonly<Record<string, readonly Awaited[]>> = {
  prepared: ['dispatched', 'signed_for', 'accepted'],
  dispatched: ['signed_for', 'accepted'],
  delivered: ['signed_for', 'accepted'],
  signed_for: ['accepted'],
}

type Deed = { readonly deed: string }
type Step = Deed & { readonly asksNote: boolean }

/** What ends the handoff here without its having been taken. */
export const turnsAway = ({ deed }: Deed): boolean => ['return', 'cancel', 'forward'].includes(deed)

/** The first step that the table offers is the expected one, unless it ends the handoff. */
export const isExpected = (open: readonly Deed[], step: Deed): boolean => open[0] === step && !turnsAway(step)

/** What takes something back, turns it away or judges it must be explained to the other side. */
export const needsNote = ({ deed, asksNote }: Step): boolean =>
  asksNote || ['return', 'cancel', 'forward', 'acceptInPart', 'oversee'].includes(deed)

/** What the words with a step are called: a reason, an account of what was done, or no more than a note. */
export const notePart = (step: Step): 'note.required' | 'note.account' | 'note.optional' => {
  if (!needsNote(step)) return 'note.optional'
  return ['act', 'answer'].includes(step.deed) ? 'note.account' : 'note.required'
}
