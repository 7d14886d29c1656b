export type SessionLimits = { readonly idleMinutes: number; readonly absoluteHours: number }
export type EndReason = 'idle' | 'absolute' | 'suspended' | 'signed-out' | 'signed-out-everywhere' | 'replaced'

const minute = 60_000

export const expiryOf = (startedAt: Date, limits: SessionLimits): Date =>
  new Date(startedAt.getTime() + limits.absoluteHours * 60 * minute)

/** Whoever was last seen at this instant or before it has been idle for too long. */
export const idleSince = (now: Date, limits: SessionLimits): Date =>
  new Date(now.getTime() - limits.idleMinutes * minute)

/** Why a live session must end now, if it must. */
export function overdue(
  session: { readonly lastSeenAt: Date; readonly expiresAt: Date; readonly officerState: 'active' | 'suspended' },
  now: Date,
  limits: SessionLimits,
): 'idle' | 'absolute' | 'suspended' | undefined {
  if (session.officerState !== 'active') return 'suspended'
  if (session.expiresAt <= now) return 'absolute'
  if (session.lastSeenAt <= idleSince(now, limits)) return 'idle'
  return undefined
}

/** Being seen is written once a minute at most, oftener only when the idle limit itself is a few minutes. */
export const isSeenWorthWriting = (lastSeenAt: Date, now: Date, limits: SessionLimits): boolean =>
  now.getTime() - lastSeenAt.getTime() >= Math.min(minute, (limits.idleMinutes * minute) / 10)
