import { newId } from '@lianban/kernel'
import { kindOfHandoff } from '@lianban/law'
import { tellClocks } from './clocks-told.ts'
import type { Given } from './given.ts'
import type { HandoffRow } from './handoff.ts'
import { findHandoff, handoffsOfCase, saveMove } from './store.ts'

/** Who takes a case back ends the handoff by which it had gone: that one stands as returned, by a receipt of its own. */
export async function endEarlier(given: Given, taken: HandoffRow): Promise<void> {
  const { tx, now, officer, hub } = given
  const { ends } = kindOfHandoff(hub.law, taken.kind)
  if (!taken.caseId || ends.length === 0) return
  const earlier = await handoffsOfCase(tx, taken.caseId, ends)
  for (const { id } of earlier.filter(({ state }) => state === 'accepted')) {
    const handoff = await findHandoff(tx, id, { lock: true })
    const { end, states } = kindOfHandoff(hub.law, handoff.kind).table
    if (!end) continue
    const version = handoff.version + 1
    const next: HandoffRow = { ...handoff, state: states[end.to]!.as, standing: end.to, version }
    await saveMove(tx, next, {
      id: newId(),
      handoffId: id,
      rung: end.rung,
      move: end.id,
      standing: next.standing,
      version,
      officerId: officer.id,
      agencyId: officer.agencyId,
      packageDigest: handoff.packageDigest,
      note: taken.number,
      reasons: [],
      papers: [],
      namedAgencyId: null,
      givenAt: now,
    })
    await tellClocks(given, next, end.events)
  }
}
