import { and, eq, gt, inArray } from 'drizzle-orm'
import type { TaskSource } from '../desk-task.ts'
import { pageOfRequests } from './store.ts'
import { requestSummaries } from './summaries.ts'
import { accessRequests, requestTargets } from './table.ts'

/** Requests for access to the agency's records that wait for a decision. */
export const requestTasks: TaskSource = async ({ officer, tx, now, hub }) => {
  const toUs = inArray(
    accessRequests.id,
    tx
      .select({ id: requestTargets.requestId })
      .from(requestTargets)
      .where(eq(requestTargets.ownerAgencyId, officer.agencyId)),
  )
  const waiting = and(
    hub.policy.filter(officer, 'decide', 'AccessRequest'),
    toUs,
    eq(accessRequests.state, 'waiting'),
    gt(accessRequests.lapsesAt, now),
  )
  const rows = await pageOfRequests(tx, waiting, { limit: 100 })
  return (await requestSummaries(tx, rows, { officer, hub, now })).map((request) => {
    const { shortZh, shortEn } = request.askedBy.agency
    const about = request.records.map(({ number }) => number).find(Boolean)
    return {
      kind: 'request.decide',
      id: request.id,
      title: { zh: `${shortZh}申请查阅${about ?? ''}`, en: `${shortEn} asks for access${about ? ` to ${about}` : ''}` },
      note: { zh: request.purpose, en: request.purpose },
      at: request.askedAt,
      dueAt: request.lapsesAt,
      href: `/requests/${request.id}`,
    }
  })
}
