import type { Tx } from '@lianban/db'
import type { AgencyId, CaseId, EvidenceId, OfficerId } from '@lianban/kernel'
import { type EvidenceProperty, type ReviewOutcome, reviewedAs } from '@lianban/law'
import { and, asc, eq } from 'drizzle-orm'
import { reviewMarks, reviewNotes } from './table.ts'

export type ReviewMark = typeof reviewMarks.$inferSelect

export const marksOfItem = (tx: Tx, itemId: EvidenceId, agencyId: AgencyId): Promise<ReviewMark[]> =>
  tx
    .select()
    .from(reviewMarks)
    .where(and(eq(reviewMarks.itemId, itemId), eq(reviewMarks.agencyId, agencyId)))

/** Every opinion of an agency on the evidence of a case, in the order in which they were given. */
export const marksInCase = (tx: Tx, caseId: CaseId, agencyId: AgencyId): Promise<ReviewMark[]> =>
  tx
    .select()
    .from(reviewMarks)
    .where(and(eq(reviewMarks.caseId, caseId), eq(reviewMarks.agencyId, agencyId)))
    .orderBy(asc(reviewMarks.markedAt), asc(reviewMarks.nth), asc(reviewMarks.id))

export const notesOf = (tx: Tx, caseId: CaseId, officerId: OfficerId) =>
  tx
    .select()
    .from(reviewNotes)
    .where(and(eq(reviewNotes.caseId, caseId), eq(reviewNotes.officerId, officerId)))
    .orderBy(asc(reviewNotes.writtenAt), asc(reviewNotes.id))

/** The last opinion on each property of each item. */
export const lastMarks = (marks: readonly ReviewMark[]): ReviewMark[] => [
  ...new Map(marks.map((mark) => [`${mark.itemId} ${mark.property}`, mark])).values(),
]

/** What each item that was marked comes to. */
export function outcomesOf(marks: readonly ReviewMark[]): ReadonlyMap<EvidenceId, ReviewOutcome> {
  const last = Map.groupBy(lastMarks(marks), ({ itemId }) => itemId)
  return new Map(
    [...last].flatMap(([itemId, own]) => {
      const byProperty: Partial<Record<EvidenceProperty, ReviewOutcome>> = {}
      for (const { property, outcome } of own) byProperty[property] = outcome
      const outcome = reviewedAs(byProperty)
      return outcome ? [[itemId, outcome] as const] : []
    }),
  )
}
