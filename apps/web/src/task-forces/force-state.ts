type Ending = { readonly state: string; readonly isActive: boolean; readonly until: string }

export type ForceState = 'active' | 'ending' | 'over' | 'dissolved'

const dayMs = 86_400_000
const soonDays = 14

/** Days that are left, the day in progress counted. */
export const daysLeft = ({ until }: Pick<Ending, 'until'>, now: Date): number =>
  Math.max(0, Math.ceil((new Date(until).getTime() - now.getTime()) / dayMs))

/** A task force that ran out on an open page is over there too, whatever the hub said when it was read. */
export function forceState(force: Ending, now: Date): ForceState {
  if (force.state === 'dissolved') return 'dissolved'
  if (!force.isActive || new Date(force.until) <= now) return 'over'
  return daysLeft(force, now) <= soonDays ? 'ending' : 'active'
}

/** Those at work first, each group as the hub ordered it. */
export const inWorkingOrder = <Force extends Ending>(forces: readonly Force[], now: Date): Force[] =>
  forces.toSorted((a, b) => Number(isEnded(a, now)) - Number(isEnded(b, now)))

const isEnded = (force: Ending, now: Date): boolean => ['over', 'dissolved'].includes(forceState(force, now))
