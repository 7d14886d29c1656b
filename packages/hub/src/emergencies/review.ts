import { GrantId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { outcomes } from './emergency.ts'
import { alreadyReviewed } from './refusals.ts'
import { lockEmergency, saveReview } from './store.ts'

/** The owner's leader, or the auditor of the officer's agency, writes whether the glass was broken with reason. */
export const reviewEmergency = command({
  name: 'emergency.review',
  on: 'Emergency',
  input: z.object({ emergencyId: GrantId, outcome: z.enum(outcomes), note: line(1000) }),
  about: ({ emergencyId }) => emergencyId,
  subject: async ({ tx, input }) => {
    const emergency = await lockEmergency(tx, input.emergencyId)
    return { ...emergency, caseId: emergency.recordKind === 'Case' ? emergency.recordId : undefined }
  },
  async run({ input, subject, officer, tx, now }) {
    const review = subject.reviews.find(({ agencyId }) => agencyId === officer.agencyId)
    if (!review || review.isDone) throw alreadyReviewed()
    const { outcome, note } = input
    await saveReview(tx, review, { outcome, note, reviewedBy: officer.id, reviewedAt: now })
    return { emergencyId: subject.id }
  },
  facts: ({ input, subject }) => ({ agency: subject.agencyId, outcome: input.outcome }),
})
