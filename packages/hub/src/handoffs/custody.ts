import type { AgencyId } from '@lianban/kernel'
import { kindOfHandoff } from '@lianban/law'
import { tellAccessChanged } from '../access-changed.ts'
import { findCase, saveCase } from '../cases/index.ts'
import type { Given } from './given.ts'
import type { HandoffRow } from './handoff.ts'
import { movingKinds } from './moving-kinds.ts'
import { assertFree } from './store.ts'

/** The stage of a case that was accepted, and of one whose acceptance was undone. */
const stages = {
  lead: { accepted: 'transferred', undone: 'investigating' },
  back: { accepted: 'investigating', undone: 'transferred' },
} as const

/** What became of the record with a move: the receiver took it, or it was given back. */
export type CustodyChange = 'taken' | 'givenBack' | null

export function custodyChange(from: HandoffRow, to: HandoffRow): CustodyChange {
  const isHeld = ({ state }: HandoffRow) => state === 'accepted' || state === 'taken'
  if (isHeld(from) === isHeld(to)) return null
  return isHeld(to) ? 'taken' : 'givenBack'
}

/**
 * Moves the case with the state of its handoff: to the receiver when it is accepted, back when the receiver gives it up.
 * The wall lets whoever holds the case change it, so it goes while its holder still has it.
 */
export async function moveRecord(
  { tx, hub }: Pick<Given, 'tx' | 'hub'>,
  { from, to }: { readonly from: HandoffRow; readonly to: HandoffRow },
  save: () => Promise<void>,
): Promise<void> {
  const { moves } = kindOfHandoff(hub.law, to.kind)
  if (moves === 'nothing' || !to.caseId) return save()
  if (to.state === 'contested' && from.state !== 'contested') await assertFree(tx, to, movingKinds(hub.law))
  const set = async (leadAgencyId: AgencyId, stage: 'transferred' | 'investigating') => {
    const ofCase = await findCase(tx, to.caseId!, { lock: true })
    await saveCase(tx, { ...ofCase, stage, leadAgencyId })
    await tellAccessChanged(tx, { kind: 'Case', id: ofCase.id })
  }
  const had = from.state === 'accepted'
  const has = to.state === 'accepted'
  if (had && !has) await set(to.fromAgencyId, stages[moves].undone)
  await save()
  if (has && !had) await set(to.toAgencyId, stages[moves].accepted)
}
