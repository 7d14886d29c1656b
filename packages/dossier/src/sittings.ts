import type { Moment } from './chronicle.ts'

/** A while in which one officer, or in a long history several, wrote without a long pause. */
export type Sitting = {
  /** The number of its last update: the section as it was at its end. */
  readonly upTo: number
  readonly from: number
  readonly to: number
  readonly officerIds: readonly string[]
  readonly updates: number
}

const pauseMs = 5 * 60_000

/** A history in at most so many steps: by officer and pause; where that is too many by longer pauses, if they part it. */
export function sittingsOf(moments: readonly Moment[], atMost: number): Sitting[] {
  let sittings = gathered(
    moments.map(({ seq, at, officerId }) => ({ upTo: seq, from: at, to: at, officerIds: [officerId], updates: 1 })),
    (open, next) => next.from - open.to <= pauseMs && open.officerIds[0] === next.officerIds[0],
  )
  for (let pause = pauseMs; sittings.length > atMost; pause *= 2) {
    const fewer = gathered(sittings, (open, next) => next.from - open.to <= pause)
    if (fewer.length < atMost / 2) return evenSteps(sittings, atMost)
    sittings = fewer
  }
  return sittings
}

/** Of officers who took turns for days without a pause: steps of about as many updates each. */
function evenSteps(sittings: readonly Sitting[], atMost: number): Sitting[] {
  const total = sittings.reduce((sum, { updates }) => sum + updates, 0)
  return gathered(sittings, (open, next) => open.updates + next.updates <= (2 * total) / atMost)
}

function gathered(sittings: readonly Sitting[], belong: (open: Sitting, next: Sitting) => boolean): Sitting[] {
  const result: Sitting[] = []
  for (const next of sittings) {
    const open = result.at(-1)
    if (!open || !belong(open, next)) result.push(next)
    else
      result[result.length - 1] = {
        upTo: next.upTo,
        from: open.from,
        to: Math.max(open.to, next.to),
        officerIds: [...new Set([...open.officerIds, ...next.officerIds])],
        updates: open.updates + next.updates,
      }
  }
  return result
}
