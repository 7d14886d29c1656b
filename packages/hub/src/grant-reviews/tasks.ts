import type { TaskSource } from '../desk-task.ts'
import { dueAt } from './review.ts'
import { liveGrants } from './store.ts'

/** Grants that were neither confirmed nor taken back in time: one task for all of them. */
export const grantReviewTasks: TaskSource = async ({ officer, tx, now, hub: { policy, measures } }) => {
  const { periods } = measures
  if (policy.rulesFor(officer, 'review', 'Grant').length === 0) return []
  const live = await liveGrants(tx, policy.filter(officer, 'review', 'Grant'), now, 300)
  const overdue = live.filter((grant) => dueAt(grant, periods) <= now)
  const [first] = overdue
  if (!first) return []
  return [
    {
      kind: 'grant.review',
      id: first.id,
      title: { zh: `复核授权：${overdue.length} 项`, en: `Review ${overdue.length} grant(s)` },
      note: { zh: `每 ${periods.reviewGrant} 天复核一次`, en: `Due every ${periods.reviewGrant} days` },
      at: first.givenAt,
      dueAt: dueAt(first, periods),
      href: '/grants/review',
    },
  ]
}
