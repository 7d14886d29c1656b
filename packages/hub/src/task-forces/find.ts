import { type OfficerId, TaskForceId } from '@lianban/kernel'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { casesByIds } from '../cases/index.ts'
import { find } from '../query.ts'
import { findTaskForce, isActive } from '../seats/index.ts'
import { sharedWithForce } from '../sharing/index.ts'

/** One task force: who sits in it, and what it was given, seat by seat, with those left out and why. */
export const findTaskForcePage = find({
  name: 'taskForce.find',
  on: 'TaskForce',
  input: z.strictObject({ taskForceId: TaskForceId }),
  about: ({ taskForceId }) => taskForceId,
  isLogged: true,
  subject: ({ tx, input }) => findTaskForce(tx, input.taskForceId),
  async run({ subject: force, officer, tx, now, hub }) {
    const cards = await agencyCards(tx, [force.leadAgencyId, ...force.seats.map((seat) => seat.agencyId)])
    const posts = await officerCards(
      tx,
      [force.formedBy, ...force.seats.map((seat) => seat.officerId)].filter((id): id is OfficerId => id !== null),
    )
    const ofCase = force.caseId ? (await casesByIds(tx, [force.caseId])).get(force.caseId) : undefined
    const seats = force.seats.map((seat) => ({
      id: seat.id,
      agency: cards.get(seat.agencyId)!,
      officer: (seat.officerId && posts.get(seat.officerId)) || null,
      state: seat.state,
      seatedAt: seat.seatedAt,
      revokedAt: seat.revokedAt,
      revokeReason: seat.revokeReason,
    }))
    const may = (action: string) => Boolean(hub.policy.allows(officer, action, 'TaskForce', force))
    const shared = await sharedWithForce({ tx, hub, officer, now }, force)
    return {
      id: force.id,
      name: force.name,
      case:
        ofCase && hub.policy.allows(officer, 'read', 'Case', ofCase)
          ? { id: ofCase.id, number: ofCase.number, name: ofCase.name }
          : null,
      leadAgency: cards.get(force.leadAgencyId)!,
      formedBy: posts.get(force.formedBy)!,
      formedAt: force.formedAt,
      until: force.until,
      state: force.state,
      isActive: isActive(force, now),
      dissolveReason: force.dissolveReason,
      version: force.version,
      seats,
      shared,
      can: { seat: may('seat'), revokeSeat: may('revokeSeat'), extend: may('extend'), dissolve: may('dissolve') },
    }
  },
})
