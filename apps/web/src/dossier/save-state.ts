/** Where a section's edits stand between this machine and the hub's disk. */
export type SaveState = {
  readonly right: 'write' | 'read'
  readonly link: 'connecting' | 'online' | 'offline' | 'closed'
  readonly synced: boolean
  readonly sent: number
  readonly durable: number
  readonly unsent: boolean
  readonly closing: string | undefined
  /** Edits that still have to be sealed into this browser's copy; nothing where there is no copy. */
  readonly unkept: number | undefined
  /** The number of the stored update that is damaged; what is shown is the section as it was before it. */
  readonly damagedAt: number | undefined
}

export type SaveEvent =
  | { readonly kind: 'connecting' | 'opened' | 'synced' | 'lost' | 'edited' | 'sent' | 'reopened' }
  | { readonly kind: 'keeping' | 'kept' | 'not-kept' }
  | { readonly kind: 'durable'; readonly count: number }
  | { readonly kind: 'right'; readonly right: 'write' | 'read' }
  | { readonly kind: 'damaged'; readonly at: number }
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string }

export const unopened = (right: 'write' | 'read'): SaveState => ({
  right,
  link: 'connecting',
  synced: false,
  sent: 0,
  durable: 0,
  unsent: false,
  closing: undefined,
  unkept: undefined,
  damagedAt: undefined,
})

export function saveStep(state: SaveState, event: SaveEvent): SaveState {
  const unsent = state.unsent || state.sent > state.durable
  if (event.kind === 'reopened') return { ...unopened(state.right), unsent, unkept: state.unkept }
  if (event.kind === 'keeping') return { ...state, unkept: (state.unkept ?? 0) + 1 }
  if (event.kind === 'kept') return { ...state, unkept: Math.max(0, (state.unkept ?? 0) - 1) }
  if (event.kind === 'not-kept') return { ...state, unkept: undefined }
  if (state.link === 'closed') return state
  switch (event.kind) {
    case 'connecting':
      return { ...state, link: state.link === 'offline' ? 'offline' : 'connecting' }
    case 'opened':
      // The hub counts per connection, so both counters start again; what was not durable is sent again on sync.
      return { ...state, link: 'online', synced: false, unsent, sent: 0, durable: 0, damagedAt: undefined }
    case 'synced':
      return { ...state, synced: true }
    case 'edited':
      return { ...state, unsent: true }
    case 'sent':
      return { ...state, sent: state.sent + 1 }
    case 'durable':
      return { ...state, durable: event.count, unsent: state.unsent && event.count < state.sent }
    case 'right':
      return { ...state, right: event.right }
    case 'damaged':
      return { ...state, damagedAt: event.at }
    case 'lost':
      return { ...state, link: 'offline', synced: false, unsent }
    case 'closed':
      return { ...state, link: 'closed', unsent, closing: `${event.code} ${event.reason}` }
  }
}

export type StateLine =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'offlineWithEdits'
  | 'offlineKept'
  | 'offlineCopy'
  | 'readOnly'
  | 'damagedReadOnly'
  | ClosedLine
export type ClosedLine =
  | 'signedOut'
  | 'recalled'
  | 'setAside'
  | 'damaged'
  | 'refused'
  | 'tooSlow'
  | 'tooFast'
  | 'tooLarge'
  | 'ended'

/** The one line above the editor. "Saved" is said only when the hub has said so. */
export function stateLine(state: SaveState): StateLine {
  if (state.link === 'closed') return closedLine(state.closing ?? '')
  if (state.link === 'offline') return offlineLine(state)
  if (state.link === 'connecting' || !state.synced) return 'connecting'
  if (state.damagedAt !== undefined) return 'damagedReadOnly'
  if (state.right === 'read') return 'readOnly'
  return state.unsent || state.sent > state.durable ? 'saving' : 'saved'
}

function offlineLine({ unsent, unkept }: SaveState): StateLine {
  if (unsent) return unkept === 0 ? 'offlineKept' : 'offlineWithEdits'
  return unkept === 0 ? 'offlineCopy' : 'offline'
}

/** The codes of packages/collab: 4401 tells by its reason whether the session or the right is gone. */
function closedLine(closing: string): ClosedLine {
  if (closing === '4401 session-ended') return 'signedOut'
  if (closing === '4403 set-aside' || closing === '4403 read-only') return 'setAside'
  return closedLines[closing.slice(0, 4)] ?? 'ended'
}

const closedLines: Readonly<Record<string, ClosedLine>> = {
  1009: 'tooLarge',
  4400: 'refused',
  4401: 'recalled',
  4403: 'refused',
  4408: 'tooSlow',
  4423: 'damaged',
  4429: 'tooFast',
}

/** Codes after which coming back by itself would only be closed again. */
export const needsTheOfficer = (code: number): boolean => code === 1009 || (code >= 4400 && code < 4500)

const closedWords = [
  'signedOut',
  'recalled',
  'setAside',
  'damaged',
  'refused',
  'tooSlow',
  'tooFast',
  'tooLarge',
  'ended',
] as const

export const isClosed = (line: StateLine): line is ClosedLine => closedWords.some((word) => word === line)

/** Typing goes on while the line is merely down and where it can mend the matter; it stops once the hub has said no. */
export const mayType = (state: SaveState): boolean =>
  state.right === 'write' &&
  state.damagedAt === undefined &&
  (state.link !== 'closed' || closedLine(state.closing ?? '') === 'tooLarge')

/** Closing the window now would lose something. Nothing is sent to a damaged section, so its edits are here only. */
export const wouldLose = (state: SaveState): boolean =>
  (state.right === 'write' || state.damagedAt !== undefined) &&
  (state.unsent || state.sent > state.durable) &&
  state.unkept !== 0 &&
  closedLine(state.closing ?? '') !== 'recalled'
