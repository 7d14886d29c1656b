import { CaseId } from '@lianban/kernel'
import { countedAs, reviewTold } from '@lianban/law'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { countingOf, factsOfCase } from '../chains/index.ts'
import { find } from '../query.ts'
import { deskOf } from './desk.ts'
import { lastMarks, marksInCase, notesOf, outcomesOf } from './store.ts'

/**
 * What a procurator has made of the evidence of a case: own notes, the marks of the office, and how each fact stands when
 * items count as they were marked.
 */
export const reviewOfCase = find({
  name: 'review.ofCase',
  on: 'Review',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input, officer }) => deskOf(tx, input.caseId, officer),
  async run({ subject, officer, tx, hub }) {
    const { ofCase } = subject
    const notes = await notesOf(tx, ofCase.id, officer.id)
    const marks = await marksInCase(tx, ofCase.id, officer.agencyId)
    const posts = await officerCards(
      tx,
      marks.map(({ markedBy }) => markedBy),
    )
    const outcomes = outcomesOf(marks)
    const { facts } = await factsOfCase({ tx, hub }, ofCase, (item) =>
      countedAs(countingOf(item), outcomes.get(item.id)),
    )
    const times = Map.groupBy(marks, ({ itemId, property }) => `${itemId} ${property}`)
    const may = (action: string) => Boolean(hub.policy.allows(officer, action, 'Review', subject))
    return {
      notes: notes.map(({ id, itemId, words, fileId, page, second, writtenAt }) => ({
        ...{ id, itemId, words, writtenAt },
        spot: fileId && { fileId, page, second },
      })),
      marks: lastMarks(marks).map(({ itemId, property, outcome, reason, words, fileId, page, second, ...mark }) => ({
        ...{ itemId, property, outcome, reason, words },
        spot: fileId && { fileId, page, second },
        times: times.get(`${itemId} ${property}`)!.length,
        by: posts.get(mark.markedBy)!,
        at: mark.markedAt,
      })),
      outcomes: [...outcomes].map(([itemId, outcome]) => ({ itemId, outcome })),
      facts: facts.map(({ id, state, gaps }) => ({ id, state, gaps })),
      told: reviewTold(hub.law),
      can: { note: may('note'), mark: may('mark') },
    }
  },
})
