import { AgencyId } from '@lianban/kernel'
import { citationWords, kindOfHandoff, statusWords } from '@lianban/law'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { list } from '../query.ts'
import { findingCounts, findingsWhere, openingsOf } from './store.ts'
import { findings } from './table.ts'

/** What the radar lists for the officer's agency: how much by rule and agency, and each row with its reason in words. */
export const listFindings = list({
  name: 'radar.list',
  input: z.strictObject({
    rule: z
      .string()
      .regex(/^NT-[A-Z]{1,20}$/)
      .optional(),
    agencyId: AgencyId.optional(),
    limit: z.int().min(1).max(200).optional(),
  }),
  async run({ input, officer, tx, hub }) {
    const limit = input.limit ?? 100
    const visible = hub.policy.filter(officer, 'read', 'RadarFinding')
    const chosen = and(
      visible,
      input.rule ? eq(findings.rule, input.rule) : undefined,
      input.agencyId ? eq(findings.agencyId, input.agencyId) : undefined,
    )
    const rows = await findingsWhere(tx, chosen, limit + 1)
    const { counts, lookedAt } = await findingCounts(tx, visible)
    const page = rows.slice(0, limit)
    const cards = await agencyCards(tx, [
      ...page.flatMap(({ agencyId, ownerAgencyId }) => [agencyId, ownerAgencyId]),
      ...counts.map(({ agencyId }) => agencyId),
    ])
    const opened = await openingsOf(
      tx,
      page.map(({ id }) => id),
    )
    const items = page.map((row) => {
      const rule = hub.law.radar.find(({ id }) => id === row.rule)
      const handoff = opened.get(row.id)
      const kind = rule?.opens ? kindOfHandoff(hub.law, rule.opens) : null
      return {
        id: row.id,
        rule: row.rule,
        agency: cards.get(row.agencyId)!,
        owner: cards.get(row.ownerAgencyId)!,
        number: row.number,
        /** The case itself is named to its own side alone. */
        caseId: row.ownerAgencyId === officer.agencyId ? row.caseId : null,
        says: { zh: row.saysZh, en: row.saysEn },
        foundAt: row.foundAt,
        supervision: handoff && {
          id: handoff.id,
          number: handoff.number,
          words: kindOfHandoff(hub.law, handoff.kind).table.states[handoff.standing]!.words,
        },
        opens:
          kind && row.caseId && !handoff && hub.policy.allows(officer, 'supervise', 'RadarFinding', row)
            ? { kind: kind.id, words: kind.words, letter: kind.letter, asksApproval: kind.list === 'transfer_opinion' }
            : null,
      }
    })
    const rules = hub.law.radar.map(({ id, title, basis, status }) => ({
      id,
      title,
      basis: basis.map((each) => citationWords(hub.law.laws, each)),
      statusWords: statusWords[status],
    }))
    const told = counts.map(({ rule, agencyId, count }) => ({ rule, agency: cards.get(agencyId)!, count }))
    return { items, hasMore: rows.length > limit, rules, counts: told, lookedAt }
  },
})
