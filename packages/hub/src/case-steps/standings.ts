import type { Tx } from '@lianban/db'
import type { AgencyKind } from '@lianban/identity'
import type { AgencyId } from '@lianban/kernel'
import { kindOfHandoff, type Law, type TrackName, trackNames } from '@lianban/law'
import { agencyCards } from '../agencies/index.ts'
import { type CaseRow, type CaseStep, stepsOf } from '../cases/index.ts'
import { type HandoffRow, handoffsOfCase } from '../handoffs/index.ts'

/** Where a case stands on one of its tracks, and what brought it there. */
export type TrackStanding = {
  readonly track: TrackName
  readonly standing: string
  /** How many steps were taken by hand. */
  readonly version: number
  readonly steps: readonly CaseStep[]
  /** The handoffs that make the moves which are not made by hand: the newest first. */
  readonly handoffs: readonly HandoffRow[]
}

/** The tracks on which the case is, by the kinds of the agencies that opened and lead it, and of one that has steps of its own. */
export async function standingsOf(tx: Tx, law: Law, ofCase: CaseRow, besides?: AgencyKind): Promise<TrackStanding[]> {
  const [steps, cards] = [
    await stepsOf(tx, ofCase.id),
    await agencyCards(tx, [ofCase.ownerAgencyId, ofCase.leadAgencyId]),
  ]
  const kinds = [ofCase.ownerAgencyId, ofCase.leadAgencyId].map((id: AgencyId) => cards.get(id)!.kind as AgencyKind)
  const found: TrackStanding[] = []
  for (const track of trackNames) {
    const following = Object.values(law.handoffs).filter((kind) => kind.track?.name === track)
    const handoffs = following.length
      ? await handoffsOfCase(
          tx,
          ofCase.id,
          following.map(({ id }) => id),
        )
      : []
    const own = steps.filter((step) => step.track === track)
    const isKept = law.tracks.tables[track].keptBy.some((kind) => kinds.includes(kind) || kind === besides)
    if (!isKept && own.length === 0 && handoffs.length === 0) continue
    found.push({ track, standing: standingOn(law, track, own, handoffs), version: own.length, steps: own, handoffs })
  }
  return found
}

/** By the last step or by the handoff, whichever came later. */
function standingOn(law: Law, track: TrackName, steps: readonly CaseStep[], [newest]: readonly HandoffRow[]): string {
  const { starts, entered } = law.tracks.tables[track]
  const last = steps.at(-1)
  if (newest && !(last && last.takenAt > newest.preparedAt)) {
    const { standsFor } = kindOfHandoff(law, newest.kind).track!
    if (newest.standing !== law.handoffs[newest.kind]!.table.starts)
      return standsFor[newest.standing] ?? newest.standing
  }
  return last?.standing ?? entered ?? starts
}

export const besideOf = (all: readonly TrackStanding[]): Partial<Record<TrackName, string>> =>
  Object.fromEntries(all.map(({ track, standing }) => [track, standing]))
