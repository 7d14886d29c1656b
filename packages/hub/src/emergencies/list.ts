import { and, eq, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import { emergenciesWhere } from './store.ts'
import { emergencySummaries } from './summaries.ts'
import { emergencies } from './table.ts'

const Box = z.enum(['mine', 'agency', 'on-ours'])

/** Emergency accesses of the officer, of the agency, and of others to its records. */
export const listEmergencies = list({
  name: 'emergency.list',
  input: PageInput.omit({ q: true }).extend({ box: Box }),
  async run({ input, officer, tx, now, hub }) {
    const inBox: Record<z.infer<typeof Box>, SQL> = {
      mine: eq(emergencies.officerId, officer.id),
      agency: eq(emergencies.agencyId, officer.agencyId),
      'on-ours': eq(emergencies.ownerAgencyId, officer.agencyId),
    }
    const wanted = and(hub.policy.filter(officer, 'read', 'Emergency'), inBox[input.box])
    const { shown, nextCursor } = pageOf(await emergenciesWhere(tx, wanted, input), input, (row) => row.openedAt)
    return { items: await emergencySummaries(tx, shown, { officer, hub, now }), nextCursor }
  },
})
