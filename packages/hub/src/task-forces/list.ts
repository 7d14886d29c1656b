import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { list } from '../query.ts'
import { activeSeats, isActive, taskForcesWhere } from '../seats/index.ts'

/** The task forces that the officer's agency leads or that the officer sits in, newest first. */
export const listTaskForces = list({
  name: 'taskForce.list',
  input: z.strictObject({}),
  async run({ officer, tx, hub, now }) {
    const forces = await taskForcesWhere(tx, hub.policy.filter(officer, 'read', 'TaskForce'))
    const cards = await agencyCards(
      tx,
      forces.flatMap((force) => [force.leadAgencyId, ...force.seats.map((seat) => seat.agencyId)]),
    )
    return {
      items: forces.map((force) => ({
        id: force.id,
        name: force.name,
        leadAgency: cards.get(force.leadAgencyId)!,
        until: force.until,
        state: force.state,
        isActive: isActive(force, now),
        agencies: [...new Set(activeSeats(force).map((seat) => seat.agencyId))].map((id) => cards.get(id)!),
      })),
    }
  },
})
