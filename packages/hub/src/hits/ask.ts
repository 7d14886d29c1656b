import { formOf, type HitQueryId, identifierKinds, isWellFormed, newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { withOwners } from '../agreements/index.ts'
import { line } from '../classification.ts'
import { clueSummaries, clues, cluesWhere, hiddenInClue } from '../clues/index.ts'
import { command } from '../command.ts'
import type { HitQueryRow } from './hit-query.ts'
import { spendHit } from './limit.ts'
import { purposesOf } from './purposes.ts'
import { numberMalformed, purposeUnknown } from './refusals.ts'
import { findHits, insertAnswers, insertQuery } from './store.ts'

/**
 * An officer asks whether one number is known elsewhere. Each owner's rules grade the answer: nothing, that the agency
 * knows it, or the record itself. What is not known and what is not told take the same way through the same statements.
 */
export const askHit = command({
  name: 'hit.ask',
  on: 'HitQuery',
  input: z.object({ kind: z.enum(identifierKinds), value: line(64), purpose: line(60), reason: line(500) }),
  // A number is soon guessed from a digest that needs no key.
  digested: ({ value, ...rest }, { blindKey }) => ({
    ...rest,
    value: blindKey.digestOf(rest.kind, formOf(rest.kind, value)).toString('hex'),
  }),
  subject: async ({ input, officer, now, hub: { blindKey } }): Promise<HitQueryRow> => ({
    id: newId<HitQueryId>(),
    officerId: officer.id,
    agencyId: officer.agencyId,
    identifierKind: input.kind,
    keyId: blindKey.id,
    digestPrefix: blindKey.digestOf(input.kind, formOf(input.kind, input.value)).toString('hex', 0, 4),
    purpose: input.purpose,
    reason: input.reason,
    askedAt: now,
    matches: [],
  }),
  async run({ input, subject: { matches: _none, ...query }, officer, tx, now, hub }) {
    const { blindKey, limits, policy } = hub
    const value = formOf(input.kind, input.value)
    if (!isWellFormed[input.kind](value)) throw numberMalformed(input.kind)
    if (!(await purposesOf(tx, officer.agencyId, now)).includes(input.purpose)) throw purposeUnknown()
    await spendHit(tx, officer, now, limits)
    await insertQuery(tx, query)
    const hits = await findHits(tx, query.id, blindKey.digestOf(input.kind, value))

    const ids = hits.map((hit) => hit.id)
    // One text of the statement, however many were found.
    const readable = await cluesWhere(
      tx,
      policy.filter(officer, 'read', 'Clue'),
      sql`${clues.id} = any (${sql.param(ids)}::uuid[])`,
    )
    // Whoever reads a clue without its numbers does not learn here which numbers it holds.
    const shown = readable.filter((clue) => !hiddenInClue({ hub, officer, now }, clue).includes('identifiers'))
    const hinting = (await withOwners(tx, hits)).filter(
      (hit) =>
        !shown.some(({ id }) => id === hit.id) &&
        policy.allows(officer, 'hintOf', 'Clue', hit, { purpose: input.purpose }),
    )
    const hinted = [...new Set(hinting.map((hit) => hit.ownerAgencyId))]

    await insertAnswers(
      tx,
      [
        ...shown.map((clue) => ({ grade: 'record' as const, agencyId: clue.ownerAgencyId, recordId: clue.id })),
        ...hinted.map((agencyId) => ({ grade: 'hint' as const, agencyId, recordId: null })),
      ].map((answer) => ({ ...answer, id: newId(), queryId: query.id })),
    )
    return {
      queryId: query.id,
      records: await clueSummaries(tx, shown),
      hints: [...(await agencyCards(tx, hinted)).values()],
    }
  },
  facts: ({ subject }) => ({ kind: subject.identifierKind, digest: subject.digestPrefix }),
})
