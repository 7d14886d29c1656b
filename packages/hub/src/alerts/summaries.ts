import type { Tx } from '@lianban/db'
import { agencyCards, officerCards } from '../agencies/index.ts'
import type { Hub } from '../hub.ts'
import type { Alert, Answer } from './store.ts'

/** Alerts with the names of today; a rule that is no longer in the file keeps its id. */
export async function alertSummaries(
  tx: Tx,
  hub: Hub,
  rows: readonly { readonly alert: Alert; readonly answer: Answer | null }[],
) {
  const agencies = await agencyCards(
    tx,
    rows.map(({ alert }) => alert.agencyId),
  )
  const posts = await officerCards(
    tx,
    rows.flatMap(({ alert, answer }) => [alert.officerId, answer?.answeredBy ?? []].flat()),
  )
  return rows.map(({ alert, answer }) => {
    const { id, toldAs, times, records, firstAt, lastAt, raisedAt } = alert
    const rule = hub.alertRules.find((one) => one.id === alert.rule)
    const by = answer && posts.get(answer.answeredBy)
    return {
      id,
      rule: alert.rule,
      says: rule?.says ?? { zh: alert.rule, en: alert.rule },
      toldAs,
      agency: agencies.get(alert.agencyId) ?? null,
      officer: posts.get(alert.officerId) ?? null,
      times,
      records,
      firstAt,
      lastAt,
      raisedAt,
      answer: answer && { verdict: answer.verdict, note: answer.note, at: answer.answeredAt, by: by ?? null },
    }
  })
}
