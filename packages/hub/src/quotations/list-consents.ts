import { ClueId } from '@lianban/kernel'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { findClue } from '../clues/index.ts'
import { find } from '../query.ts'
import { consentsWhere } from './store.ts'
import { consents } from './table.ts'

/** What was asked of the originator about quotations of its clue, and what it answered. */
export const listConsents = find({
  name: 'clue.consents',
  on: 'Clue',
  action: 'readDerivation',
  input: z.strictObject({ clueId: ClueId }),
  about: ({ clueId }) => clueId,
  isLogged: false,
  subject: ({ tx, input }) => findClue(tx, input.clueId),
  async run({ subject, officer, tx, hub }) {
    const rows = await consentsWhere(tx, eq(consents.clueId, subject.id))
    const agencies = await agencyCards(
      tx,
      rows.map(({ consent }) => consent.agencyId),
    )
    const posts = await officerCards(
      tx,
      rows.flatMap(({ consent, decision }) => [consent.askedBy, ...(decision ? [decision.decidedBy] : [])]),
    )
    return {
      canDecide: Boolean(hub.policy.allows(officer, 'consent', 'Clue', subject)),
      items: rows.map(({ consent, quotation, decision }) => ({
        id: consent.id,
        part: quotation.part,
        words: quotation.words,
        purpose: consent.purpose,
        reason: consent.reason,
        agency: agencies.get(consent.agencyId)!,
        officer: posts.get(consent.askedBy)!,
        askedAt: consent.askedAt,
        state: decision?.outcome ?? ('waiting' as const),
        note: decision?.note ?? null,
        decidedBy: (decision && posts.get(decision.decidedBy)) ?? null,
        decidedAt: decision?.decidedAt ?? null,
      })),
    }
  },
})
