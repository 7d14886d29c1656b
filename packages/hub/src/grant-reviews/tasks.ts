import type { TaskSource } from '../desk-task.ts'
import { dueAt, reviewDays } from './review.ts'
import { liveGrants } from './store.ts'

/** Grants that were neither confirmed nor taken back in time: one task for all of them. */
export const grantReviewTasks: TaskSource = async ({ officer, tx, now, hub: { policy } }) => {
  if (policy.rulesFor(officer, 'review', 'Grant').length === 0) return []
  const live = await liveGrants(tx, policy.filter(officer, 'review', 'Grant'), now, 300)
  const overdue = live.filter((grant) => dueAt(grant) <= now)
  const [first] = overdue
  if (!first) return []
  return [
    {
      kind: 'grant.review',
      id: first.id,
      title: { zh: `复核授权：${overdue.length} 项`, en: `Review ${overdue.length} grant(s)` },
      note: { zh: `每 ${reviewDays} 天复核一次`, en: `Due every ${reviewDays} days` },
      at: first.givenAt,
      dueAt: dueAt(first),
      href: '/grants/review',
    },
  ]
}
