import type { TaskSource } from '../desk-task.ts'
import { emergenciesWhere } from './store.ts'
import { emergencySummaries } from './summaries.ts'

/** Emergency accesses that wait for the review of the officer's agency; those overdue stay until it is written. */
export const emergencyTasks: TaskSource = async ({ officer, tx, now, hub }) => {
  const rows = await emergenciesWhere(tx, hub.policy.filter(officer, 'review', 'Emergency'), { limit: 100 })
  const waiting = rows.filter((row) => hub.policy.allows(officer, 'review', 'Emergency', row))
  return (await emergencySummaries(tx, waiting, { officer, hub, now })).map((one) => {
    const { shortZh, shortEn } = one.officer.agency
    const number = one.record.number ?? ''
    return {
      kind: 'emergency.review',
      id: one.id,
      title: {
        zh: `核查紧急查阅：${shortZh}查阅 ${number}`.trim(),
        en: `Review an emergency access: ${shortEn} ${number}`.trim(),
      },
      note: { zh: one.reason, en: one.reason },
      at: one.openedAt,
      dueAt: one.reviews.find(({ agency }) => agency.id === officer.agencyId)?.dueAt ?? null,
      href: `/emergencies/${one.id}`,
    }
  })
}
