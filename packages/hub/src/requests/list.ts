import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import { pageOfRequests } from './store.ts'
import { requestSummaries } from './summaries.ts'
import { accessRequests, requestTargets } from './table.ts'

const Box = z.enum(['mine', 'agency', 'to-us'])

/** Requests the officer made, those of the agency, and those of others for its records. */
export const listRequests = list({
  name: 'request.list',
  input: PageInput.omit({ q: true }).extend({ box: Box }),
  async run({ input, officer, tx, now, hub }) {
    const inBox: Record<z.infer<typeof Box>, SQL> = {
      mine: eq(accessRequests.officerId, officer.id),
      agency: eq(accessRequests.agencyId, officer.agencyId),
      'to-us': inArray(
        accessRequests.id,
        tx
          .select({ id: requestTargets.requestId })
          .from(requestTargets)
          .where(eq(requestTargets.ownerAgencyId, officer.agencyId)),
      ),
    }
    const wanted = and(hub.policy.filter(officer, 'read', 'AccessRequest'), inBox[input.box])
    const { shown, nextCursor } = pageOf(await pageOfRequests(tx, wanted, input), input, (row) => row.askedAt)
    return { items: await requestSummaries(tx, shown, { officer, hub, now }), nextCursor }
  },
})
