import { agreementsWhere } from '../agreements/index.ts'
import { levels } from '../classification.ts'
import { activeSeats, isActive, taskForcesWhere } from '../seats/index.ts'
import { type Asking, carriedBy } from './partners.ts'
import type { SharedRecord } from './record.ts'

/** The task forces that a record may be given to, with what the agreements of their seats carry between them. */
export async function forcesFor({ tx, hub, officer, now }: Asking, row: SharedRecord['row']) {
  const agreements = await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
  const forces = await taskForcesWhere(tx, hub.policy.filter(officer, 'read', 'TaskForce'))
  return forces
    .filter((force) => isActive(force, now))
    .map((force) => {
      const guests = new Set(activeSeats(force).map(({ agencyId }) => agencyId))
      guests.delete(row.ownerAgencyId)
      const carried = agreements
        .filter(({ parties }) => parties.some(({ agencyId }) => guests.has(agencyId)))
        .map((agreement) => carriedBy(agreement, row, now))
        .filter(({ blocked }) => !blocked)
      return {
        id: force.id,
        name: force.name,
        seats: activeSeats(force).length,
        legalBasis: carried[0]?.legalBasis ?? '',
        purposes: [...new Set(carried.flatMap(({ purposes }) => purposes))],
        maxLevel: levels.findLast((level) => carried.some(({ maxLevel }) => maxLevel === level)) ?? levels[0],
        allowsOnward: carried.some(({ allowsOnward }) => allowsOnward),
        validUntil: force.until,
        blocked: carried.length ? null : nothingCarries,
      }
    })
}

const nothingCarries = {
  zh: '各席位所在单位与贵单位之间没有能够承载此共享的协议。',
  en: 'No agreement between your agency and those in the seats carries this share.',
}
