import type { Tx } from '@lianban/db'
import type { ClueId } from '@lianban/kernel'
import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { clues, cluesWhere } from '../clues/index.ts'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import { answersTo, matchesOf, pageOfQueries } from './store.ts'
import { hitMatches, hitQueries } from './table.ts'

const Box = z.enum(['mine', 'agency', 'about-us'])

/** Questions the officer asked, those the agency asked, and those of others that were about its records. */
export const listHits = list({
  name: 'hit.list',
  input: PageInput.omit({ q: true }).extend({ box: Box }),
  async run({ input, officer, tx, hub: { policy } }) {
    const inBox: Record<z.infer<typeof Box>, SQL | undefined> = {
      mine: eq(hitQueries.officerId, officer.id),
      agency: eq(hitQueries.agencyId, officer.agencyId),
      'about-us': inArray(
        hitQueries.id,
        tx.select({ id: hitMatches.queryId }).from(hitMatches).where(eq(hitMatches.ownerAgencyId, officer.agencyId)),
      ),
    }
    const wanted = and(policy.filter(officer, 'read', 'HitQuery'), inBox[input.box])
    const { shown, nextCursor } = pageOf(await pageOfQueries(tx, wanted, input), input, (row) => row.askedAt)
    const ids = shown.map((query) => query.id)
    const isAboutUs = input.box === 'about-us'
    const told = isAboutUs ? [] : await answersTo(tx, ids)
    const about = isAboutUs
      ? await matchesOf(tx, ids)
      : told.flatMap(({ queryId, recordId }) => (recordId ? [{ queryId, recordId }] : []))
    const named = await titlesOf(tx, policy.filter(officer, 'read', 'Clue'), about)
    const posts = await officerCards(
      tx,
      shown.map((query) => query.officerId),
    )
    const agencies = await agencyCards(
      tx,
      told.map((answer) => answer.agencyId),
    )
    return {
      items: shown.map((query) => ({
        id: query.id,
        askedBy: posts.get(query.officerId)!,
        askedAt: query.askedAt,
        kind: query.identifierKind,
        digestPrefix: query.digestPrefix,
        purpose: query.purpose,
        reason: query.reason,
        hints: told
          .filter((answer) => answer.queryId === query.id && answer.grade === 'hint')
          .map((answer) => agencies.get(answer.agencyId)!),
        records: about.filter((one) => one.queryId === query.id).map(({ recordId }) => named.get(recordId) ?? null),
      })),
      nextCursor,
    }
  },
})

/** What the reader may read of the records is named; the rest only counts. */
async function titlesOf(tx: Tx, filter: SQL, about: readonly { readonly recordId: ClueId }[]) {
  const rows = await cluesWhere(
    tx,
    filter,
    inArray(
      clues.id,
      about.map(({ recordId }) => recordId),
    ),
  )
  return new Map(rows.map(({ id, number, title }) => [id, { id, number, title }] as const))
}
