import { and } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { daysAfter } from '../measures/index.ts'
import { PageInput, pageOf, rowsToFetch } from '../page.ts'
import { list } from '../query.ts'
import { recordFacts, recordsOf } from '../sharing/index.ts'
import { concernsOf, dueAt } from './review.ts'
import { concerning, countLiveGrants, lastOpened, liveGrants, toSuspended } from './store.ts'

/** The live grants that the officer answers for: when each is due for review, when it was last used, and what stands against it. */
export const grantsToReview = list({
  name: 'grant.toReview',
  input: PageInput.omit({ q: true }).extend({
    idleDays: z.int().min(1).max(3650).optional(),
    /** Only what deserves a look. */
    concern: z.boolean().optional(),
  }),
  async run({ input, officer, tx, now, hub }) {
    const { periods } = hub.measures
    const idleDays = input.idleDays ?? periods.idleGrant
    const since = { due: daysAfter(now, -periods.reviewGrant), idle: daysAfter(now, -idleDays) }
    const wanted = and(hub.policy.filter(officer, 'review', 'Grant'), input.concern ? concerning(since) : undefined)
    const found = await liveGrants(tx, { wanted, now, limit: rowsToFetch(input), cursor: input.cursor })
    const { shown: mine, nextCursor } = pageOf(found, input, (grant) => grant.reviewedAt ?? grant.givenAt)
    const ids = mine.map(({ id }) => id)
    const [opened, suspended] = [await lastOpened(tx, ids), await toSuspended(tx, ids)]
    const agencies = await agencyCards(
      tx,
      mine.map((grant) => grant.granteeAgencyId),
    )
    const posts = await officerCards(
      tx,
      mine.flatMap((grant) => (grant.granteeOfficerId ? [grant.granteeOfficerId] : [])),
    )
    const records = await recordsOf(tx, mine)
    const items = []
    for (const grant of mine) {
      const record = records.get(grant.recordId)
      if (!record) continue
      const { title: name, ...facts } = recordFacts(record)
      const use = { lastOpenedAt: opened.get(grant.id) ?? null, isSuspended: suspended.has(grant.id), idleDays }
      items.push({
        id: grant.id,
        record: { kind: facts.kind, id: facts.id, number: facts.number, name },
        grantee: agencies.get(grant.granteeAgencyId)!,
        granteeOfficer: (grant.granteeOfficerId && posts.get(grant.granteeOfficerId)) || null,
        level: grant.level,
        purpose: grant.purpose,
        givenAt: grant.givenAt,
        expiresAt: grant.expiresAt,
        reviewedAt: grant.reviewedAt,
        dueAt: dueAt(grant, periods),
        lastOpenedAt: use.lastOpenedAt,
        concerns: concernsOf(grant, use, { now, periods }),
        version: grant.version,
        canRecall: Boolean(hub.policy.allows(officer, 'recall', 'Grant', grant)),
      })
    }
    const total = await countLiveGrants(tx, wanted, now)
    return { items, total, nextCursor, reviewDays: periods.reviewGrant, idleDays }
  },
})
