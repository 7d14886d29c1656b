import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import { partnersOf } from '../agreements/index.ts'

/** What an agency may ask others for: every purpose that an agreement of it names which is in force. */
export async function purposesOf(tx: Tx, agencyId: AgencyId, now: Date): Promise<string[]> {
  const partners = (await partnersOf(tx, [agencyId])).get(agencyId) ?? []
  const inForce = partners.filter(
    (partner) => partner.state === 'in_force' && partner.validFrom <= now && now < partner.validUntil,
  )
  return [...new Set(inForce.flatMap((partner) => partner.purposes))].sort()
}
