import { z } from 'zod'
import { caseSummaries, pageOfCases } from '../cases/index.ts'
import { line } from '../classification.ts'
import { clueSummaries, pageOfClues } from '../clues/index.ts'
import { list } from '../query.ts'

/** Cases and clues that say the phrase in a field the officer sees; how many in all, unless they are too many to count. */
export const searchAll = list({
  name: 'search.all',
  input: z.strictObject({ q: line(100) }),
  async run({ input, officer, tx, hub }) {
    const page = { q: input.q, limit: 20 }
    const cases = await pageOfCases(tx, hub.policy.visible(officer, 'read', 'Case'), page)
    const clues = await pageOfClues(tx, hub.policy.visible(officer, 'read', 'Clue'), page)
    return {
      cases: await caseSummaries(tx, cases.rows.slice(0, page.limit)),
      clues: await clueSummaries(tx, clues.rows.slice(0, page.limit)),
      total: cases.total === null || clues.total === null ? null : cases.total + clues.total,
    }
  },
})
