import { and } from 'drizzle-orm'
import type { TaskSource } from '../desk-task.ts'
import { daysAfter } from '../measures/index.ts'
import { dueAt } from './review.ts'
import { countLiveGrants, liveGrants, overdueSince } from './store.ts'

/** Grants that were neither confirmed nor taken back in time: one task for all of them. */
export const grantReviewTasks: TaskSource = async ({ officer, tx, now, hub: { policy, measures } }) => {
  const { periods } = measures
  if (policy.rulesFor(officer, 'review', 'Grant').length === 0) return []
  const wanted = and(policy.filter(officer, 'review', 'Grant'), overdueSince(daysAfter(now, -periods.reviewGrant)))
  const [first] = await liveGrants(tx, { wanted, now, limit: 1 })
  if (!first) return []
  const overdue = await countLiveGrants(tx, wanted, now)
  return [
    {
      kind: 'grant.review',
      id: first.id,
      title: { zh: `复核授权：${overdue} 项`, en: `Review ${overdue} grant(s)` },
      note: { zh: `每 ${periods.reviewGrant} 天复核一次`, en: `Due every ${periods.reviewGrant} days` },
      at: first.givenAt,
      dueAt: dueAt(first, periods),
      href: '/grants/review',
    },
  ]
}
