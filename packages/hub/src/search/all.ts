import { z } from 'zod'
import { caseSummaries, pageOfCases } from '../cases/index.ts'
import { line } from '../classification.ts'
import { clueSummaries, pageOfClues } from '../clues/index.ts'
import { list } from '../query.ts'
import { sectionsSaying } from '../section-texts/index.ts'

/** Cases, clues and sections of dossiers that say the phrase where the officer sees it; how many in all, unless too many to count. */
export const searchAll = list({
  name: 'search.all',
  input: z.strictObject({ q: line(100) }),
  async run({ input, officer, tx, hub }) {
    const page = { q: input.q, limit: 20 }
    const cases = await pageOfCases(tx, hub.policy.visible(officer, 'read', 'Case'), page)
    const clues = await pageOfClues(tx, hub.policy.visible(officer, 'read', 'Clue'), page)
    const sections = await sectionsSaying({ hub, tx, officer, phrase: input.q, limit: page.limit })
    const totals = [cases.total, clues.total, sections.total]
    return {
      cases: await caseSummaries(tx, cases.rows.slice(0, page.limit)),
      clues: await clueSummaries(tx, clues.rows.slice(0, page.limit)),
      sections: sections.items,
      total: totals.includes(null) ? null : totals.reduce<number>((sum, total) => sum + (total ?? 0), 0),
    }
  },
})
