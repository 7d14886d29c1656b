import type { TaskSource } from '../desk-task.ts'
import { alertsWhere, unanswered } from './store.ts'
import { alertSummaries } from './summaries.ts'

/** Alerts that nobody has answered yet: who did what how often, and nothing of the records themselves. */
export const alertTasks: TaskSource = async ({ officer, tx, hub }) => {
  const wanted = unanswered(tx, hub.policy.filter(officer, 'answer', 'Alert'))
  const waiting = await alertSummaries(tx, hub, await alertsWhere(tx, wanted, 50))
  return waiting.map(({ id, says, agency, times, records, raisedAt }) => ({
    kind: 'alert.answer',
    id,
    title: { zh: `${agency?.shortZh ?? ''}人员${says.zh}`, en: `${agency?.shortEn ?? ''}: ${says.en}` },
    note: { zh: `${times} 次，涉及 ${records} 件记录`, en: `${times} times, ${records} records` },
    at: raisedAt,
    dueAt: null,
    href: `/audit?view=alerts&alert=${id}`,
  }))
}
