/** A seat of a whole agency, or of one officer of it; the empty string is the whole agency. */
export type SeatDraft = { readonly agencyId: string; readonly officerId: string }

export type ForceDraft = {
  readonly name: string
  readonly caseId: string
  readonly until: string
  readonly seats: readonly SeatDraft[]
  /** Chosen, and not in the list yet. */
  readonly next: SeatDraft
}

type ForceProblem = 'required' | 'too-long' | 'past' | 'no-seat' | 'not-added'

export const noSeat: SeatDraft = { agencyId: '', officerId: '' }

export const emptyForce: ForceDraft = { name: '', caseId: '', until: '', seats: [], next: noSeat }

export const isSameSeat = (one: SeatDraft, other: SeatDraft): boolean =>
  one.agencyId === other.agencyId && one.officerId === other.officerId

/** `tomorrow` is the first day a task force may end on, in Beijing. */
export function forceProblems(draft: ForceDraft, tomorrow: string): Partial<Record<keyof ForceDraft, ForceProblem>> {
  const found: Partial<Record<keyof ForceDraft, ForceProblem>> = {}
  if (!draft.name.trim()) found.name = 'required'
  else if (draft.name.trim().length > 60) found.name = 'too-long'
  if (!draft.until) found.until = 'required'
  else if (draft.until < tomorrow) found.until = 'past'
  if (draft.next.agencyId) found.seats = 'not-added'
  else if (draft.seats.length === 0) found.seats = 'no-seat'
  return found
}

/** The last day counts to its end in Beijing. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59+08:00`).toISOString()

export const seatInput = ({ agencyId, officerId }: SeatDraft) => ({ agencyId, ...(officerId && { officerId }) })

export const forceInput = (draft: ForceDraft) => ({
  name: draft.name.trim(),
  ...(draft.caseId && { caseId: draft.caseId }),
  until: endOfDay(draft.until),
  seats: draft.seats.map(seatInput),
})
export type ForceInput = ReturnType<typeof forceInput>
