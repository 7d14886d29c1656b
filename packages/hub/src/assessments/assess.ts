import { ClueId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { text } from '../classification.ts'
import { findClue, verdicts } from '../clues/index.ts'
import { command } from '../command.ts'
import { credibilities, reliabilities } from './assessment.ts'
import { assessments } from './table.ts'

/** An agency says what it makes of a clue: borne out or not, how reliable the source, how credible the information. */
export const assessClue = command({
  name: 'clue.assess',
  on: 'Clue',
  input: z.object({
    clueId: ClueId,
    verdict: z.enum(verdicts),
    reliability: z.enum(reliabilities),
    credibility: z.enum(credibilities),
    note: text(2000),
  }),
  about: ({ clueId }) => clueId,
  subject: ({ tx, input }) => findClue(tx, input.clueId, { lock: true }),
  async run({ input, subject, officer, tx, now }) {
    const assessmentId: string = newId()
    await tx.insert(assessments).values({
      ...input,
      id: assessmentId,
      clueVersion: subject.version,
      agencyId: officer.agencyId,
      officerId: officer.id,
      assessedAt: now,
    })
    return { assessmentId }
  },
  facts: ({ input: { verdict, reliability, credibility } }) => ({ verdict, grade: `${reliability}${credibility}` }),
})
