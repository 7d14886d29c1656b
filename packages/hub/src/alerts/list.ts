import { z } from 'zod'
import { list } from '../query.ts'
import { alertsWhere } from './store.ts'
import { alertSummaries } from './summaries.ts'

/** What the watch over the log told the officer's agency, the newest first. */
export const listAlerts = list({
  name: 'alert.list',
  input: z.strictObject({ limit: z.int().min(1).max(200).optional() }),
  async run({ input, officer, tx, hub }) {
    const limit = input.limit ?? 100
    const found = await alertsWhere(tx, hub.policy.filter(officer, 'read', 'Alert'), limit + 1)
    const page = found.slice(0, limit)
    const told = await alertSummaries(tx, hub, page)
    const items = page.map(({ alert, answer }, i) => ({
      ...told[i]!,
      canAnswer: !answer && Boolean(hub.policy.allows(officer, 'answer', 'Alert', alert)),
    }))
    return { items, hasMore: found.length > limit }
  },
})
