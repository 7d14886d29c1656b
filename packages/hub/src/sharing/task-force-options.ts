import type { AgencyId } from '@lianban/kernel'
import { type Agreement, agreementsWhere } from '../agreements/index.ts'
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
      const carrying = agreements.filter(
        (agreement) =>
          agreement.parties.some(({ agencyId }) => guests.has(agencyId)) && !carriedBy(agreement, row, now).blocked,
      )
      const carried = carrying.map((agreement) => carriedBy(agreement, row, now))
      const reach = reachOf(carrying, guests)
      return {
        id: force.id,
        name: force.name,
        seats: activeSeats(force).length,
        legalBasis: carried[0]?.legalBasis ?? '',
        purposes: [...reach.keys()],
        reach: [...reach].map(([purpose, agencies]) => ({ purpose, agencies: agencies.size })),
        maxLevel: levels.findLast((level) => carried.some(({ maxLevel }) => maxLevel === level)) ?? levels[0],
        allowsOnward: carried.some(({ allowsOnward }) => allowsOnward),
        validUntil: force.until,
        blocked: carried.length ? null : nothingCarries,
      }
    })
}

/** How many of the guests each purpose could reach, the furthest first: a seat whose agreement does not name it is left out. */
function reachOf(agreements: readonly Agreement[], guests: ReadonlySet<AgencyId>): Map<string, Set<AgencyId>> {
  const reach = new Map<string, Set<AgencyId>>()
  for (const { purposes, parties } of agreements)
    for (const purpose of purposes) {
      const reached = parties.map(({ agencyId }) => agencyId).filter((id) => guests.has(id))
      reach.set(purpose, new Set([...(reach.get(purpose) ?? []), ...reached]))
    }
  return new Map([...reach].sort(([, a], [, b]) => b.size - a.size))
}

const nothingCarries = {
  zh: '各席位所在单位与贵单位之间没有能够承载此共享的协议。',
  en: 'No agreement between your agency and those in the seats carries this share.',
}
