import { CaseId, EvidenceId, newId, stale } from '@lianban/kernel'
import { evidenceProperties, isMarkable, reviewOutcomes } from '@lianban/law'
import { z } from 'zod'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { lock } from '../lock.ts'
import { deskOf } from './desk.ts'
import { itemInCase } from './item-in-case.ts'
import { refusals } from './refusals.ts'
import { keptSpot, Spot } from './spot.ts'
import { marksOfItem } from './store.ts'
import { reviewMarks } from './table.ts'

/** A procurator says of an item whether it is authentic, lawful and relevant, for which reason not, and where that is seen. */
export const markEvidence = command({
  name: 'review.mark',
  on: 'Review',
  input: z.object({
    caseId: CaseId,
    evidenceId: EvidenceId,
    property: z.enum(evidenceProperties),
    outcome: z.enum(reviewOutcomes),
    reason: z
      .string()
      .regex(/^[a-z_]{1,40}$/)
      .optional(),
    words: text(1000),
    spot: Spot.optional(),
    /** How many opinions on this property the page had seen: nobody overrules a colleague unawares. */
    expected: z.int().min(0),
  }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input, officer }) => deskOf(tx, input.caseId, officer, newId()),
  async run({ input: { evidenceId, property, outcome, reason = null, words, spot, expected }, subject, ...given }) {
    const { officer, tx, now, hub } = given
    const item = await itemInCase(tx, subject.ofCase.id, evidenceId)
    if (!isMarkable(hub.law.review, { property, outcome, reason })) throw refusals.markUnfounded()
    await lock(tx, 'Review', `${officer.agencyId} ${item.id} ${property}`)
    const found = (await marksOfItem(tx, item.id, officer.agencyId)).filter((mark) => mark.property === property).length
    if (found !== expected) throw stale({ expected, found })
    await tx.insert(reviewMarks).values({
      id: subject.id,
      caseId: subject.ofCase.id,
      itemId: item.id,
      property,
      nth: found + 1,
      outcome,
      reason,
      words,
      ...(await keptSpot({ hub, tx, officer, now }, item, spot)),
      agencyId: officer.agencyId,
      markedBy: officer.id,
      markedAt: now,
    })
    return { property, outcome }
  },
})
