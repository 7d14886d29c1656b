import type { AgencyKind } from '@lianban/identity'
import type { Law, LiableRole } from '@lianban/law'

/** What may be recorded by hand: of what the deadlines speak of, all that neither a handoff nor a move of a track tells. */
export function stepsByHand({ deadlines, tracks }: Pick<Law, 'deadlines' | 'tracks'>): string[] {
  const { events, byHandoff } = deadlines
  const moves = Object.values(tracks.tables).flatMap((table) => table.moves)
  const told = new Set([...byHandoff, ...moves.flatMap(({ event }) => event ?? [])])
  return Object.keys(events).filter((code) => !told.has(code) && !told.has(code.split('.')[0]!))
}

const liableAs: Partial<Record<AgencyKind, readonly LiableRole[]>> = {
  police: ['police'],
  procuratorate: ['procuratorate'],
}

/** Of these, what a kind of agency may have to record: a deadline that is its own speaks of it, and no power that it lacks. */
export function stepsOffered(law: Pick<Law, 'deadlines' | 'tracks' | 'powers'>, kind: AgencyKind): string[] {
  const lacking = law.powers.powers.filter(({ held }) => !Object.hasOwn(held, kind)).flatMap(({ starts }) => starts)
  const roles = liableAs[kind] ?? ['agency', 'agency_head', 'party']
  const own = law.deadlines.rules.filter(({ id, liable }) => roles.includes(liable) && !lacking.includes(id))
  const spoken = new Set(
    own.flatMap(({ opens, closes, restarts, extensions, pauses }) => [
      ...opens,
      ...closes,
      ...restarts,
      ...extensions.map(({ on }) => on),
      ...pauses.flatMap(({ from, until }) => [from, until]),
    ]),
  )
  return stepsByHand(law).filter((code) => spoken.has(code))
}
