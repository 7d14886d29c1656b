import { CaseId } from '@lianban/kernel'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '../command.ts'
import { deskOf } from './desk.ts'
import { refusals } from './refusals.ts'
import { reviewNotes } from './table.ts'

/** A note is its author's own, and goes for good when the author says so. */
export const dropNote = command({
  name: 'review.drop',
  on: 'Review',
  action: 'note',
  input: z.object({ caseId: CaseId, noteId: z.uuid() }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input, officer }) => deskOf(tx, input.caseId, officer, input.noteId),
  async run({ input: { noteId }, subject, officer, tx }) {
    const gone = await tx
      .delete(reviewNotes)
      .where(
        and(
          eq(reviewNotes.id, noteId),
          eq(reviewNotes.caseId, subject.ofCase.id),
          eq(reviewNotes.officerId, officer.id),
        ),
      )
      .returning({ id: reviewNotes.id })
    if (!gone.length) throw refusals.noteGone()
    return { noteId }
  },
})
