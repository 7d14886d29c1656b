import { ClueId } from '@lianban/kernel'
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { findClue } from '../clues/index.ts'
import { correctionsOf } from '../corrections/index.ts'
import { find } from '../query.ts'
import { latestByAgency } from './assessment.ts'
import { assessments } from './table.ts'

/**
 * What the agencies make of a clue, the latest of each first and what it thought before under it. Verdict and grades are
 * for every reader of the clue; the note is for its owner and its author.
 */
export const assessmentsOfClue = find({
  name: 'assessment.ofClue',
  on: 'Clue',
  input: z.strictObject({ clueId: ClueId }),
  about: ({ clueId }) => clueId,
  isLogged: false,
  subject: ({ tx, input }) => findClue(tx, input.clueId),
  async run({ subject, officer, tx, hub }) {
    const made = await tx
      .select()
      .from(assessments)
      .where(eq(assessments.clueId, subject.id))
      .orderBy(asc(assessments.assessedAt), asc(assessments.id))
    const agencies = await agencyCards(
      tx,
      made.map((one) => one.agencyId),
    )
    const posts = await officerCards(
      tx,
      made.map((one) => one.officerId),
    )
    const corrections = await correctionsOf(tx, 'Clue', subject.id)
    const shown = made.map((one) => {
      const row = { ...one, clue: [subject], clueReaders: subject.readers }
      const isOpen = Boolean(hub.policy.allows(officer, 'read', 'Assessment', row))
      const { id, agencyId, verdict, reliability, credibility, assessedAt } = one
      return {
        id,
        agencyId,
        verdict,
        reliability,
        credibility,
        assessedAt,
        officer: posts.get(one.officerId)!,
        note: isOpen ? one.note : null,
        predatesCorrection: corrections.some((correction) => correction.correctedAt > one.assessedAt),
      }
    })
    return {
      agencies: latestByAgency(shown)
        .toSorted((a, b) => b.assessedAt.getTime() - a.assessedAt.getTime())
        .map(({ agencyId, ...latest }) => ({
          agency: agencies.get(agencyId)!,
          isOwner: agencyId === subject.ownerAgencyId,
          latest,
          earlier: shown
            .filter((one) => one.agencyId === agencyId && one.id !== latest.id)
            .map(({ agencyId: _same, ...one }) => one)
            .toReversed(),
        })),
      can: { assess: Boolean(hub.policy.allows(officer, 'assess', 'Clue', subject)) },
    }
  },
})
