import { CaseId, EvidenceId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { deskOf } from './desk.ts'
import { itemInCase } from './item-in-case.ts'
import { keptSpot, Spot } from './spot.ts'
import { reviewNotes } from './table.ts'

/** A procurator writes down something for nobody else: of the case, of an item, or of a page or a second of it. */
export const writeNote = command({
  name: 'review.note',
  on: 'Review',
  input: z.object({ caseId: CaseId, evidenceId: EvidenceId.optional(), words: line(2000), spot: Spot.optional() }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input, officer }) => deskOf(tx, input.caseId, officer, newId()),
  async run({ input: { evidenceId, words, spot }, subject, officer, tx, now, hub }) {
    const { ofCase } = subject
    const item = evidenceId && (await itemInCase(tx, ofCase.id, evidenceId))
    await tx.insert(reviewNotes).values({
      id: subject.id,
      caseId: ofCase.id,
      itemId: item?.id ?? null,
      words,
      ...(await keptSpot({ hub, tx, officer, now }, item, spot)),
      agencyId: officer.agencyId,
      officerId: officer.id,
      writtenAt: now,
    })
    return { noteId: subject.id }
  },
})
