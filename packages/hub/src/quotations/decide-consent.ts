import { ClueId, ConsentId, unseen } from '@lianban/kernel'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { text } from '../classification.ts'
import { findClue } from '../clues/index.ts'
import { command } from '../command.ts'
import { decidedAlready } from './refusals.ts'
import { consentsWhere, insertDecision } from './store.ts'
import { consents } from './table.ts'

/** The originator lets a quotation of its clue be used for the purpose, or does not. It is answered once. */
export const consentToQuotation = command({
  name: 'clue.consent',
  on: 'Clue',
  input: z.object({
    clueId: ClueId,
    consentId: ConsentId,
    outcome: z.enum(['given', 'refused']),
    note: text(500),
  }),
  about: ({ clueId }) => clueId,
  subject: ({ tx, input }) => findClue(tx, input.clueId, { lock: true }),
  async run({ input, subject, officer, tx, now }) {
    const { consentId, outcome, note } = input
    const [asked] = await consentsWhere(tx, and(eq(consents.id, consentId), eq(consents.clueId, subject.id)))
    if (!asked) throw unseen()
    if (asked.decision) throw decidedAlready()
    await insertDecision(tx, { consentId, outcome, note, decidedBy: officer.id, decidedAt: now })
    return { consentId, outcome, askingAgencyId: asked.consent.agencyId }
  },
  facts: ({ input }) => ({ consent: input.outcome }),
})
