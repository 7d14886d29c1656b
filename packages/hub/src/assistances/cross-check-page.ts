import { AssistanceId } from '@lianban/kernel'
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { find } from '../query.ts'
import { knownOf } from './known-of.ts'
import { findAssistance, findLetter } from './store.ts'
import { assistanceChecks } from './table.ts'

/**
 * What the receiver’s own records have in common with a request: those alone that this officer may open, and of each only
 * what this officer sees in it. Of the rest nothing is told, not even that there is any.
 */
export const crossCheckOfAssistance = find({
  name: 'assistance.crossCheck',
  on: 'Assistance',
  action: 'crossCheck',
  input: z.strictObject({ assistanceId: AssistanceId }),
  about: ({ assistanceId }) => assistanceId,
  // Whoever asked reads the log of the request: it says nothing of this.
  isLogged: false,
  subject: ({ tx, input }) => findAssistance(tx, input.assistanceId),
  async run({ subject, officer, tx, now, hub }) {
    const letter = await findLetter(tx, subject)
    const [last] = await tx
      .select({ at: assistanceChecks.checkedAt })
      .from(assistanceChecks)
      .where(eq(assistanceChecks.assistanceId, subject.id))
      .orderBy(desc(assistanceChecks.version))
      .limit(1)
    return { checkedAt: last?.at ?? null, items: await knownOf({ tx, officer, now, hub }, subject, letter) }
  },
})
