import { EvidenceId, newId } from '@lianban/kernel'
import { quantityWords } from '@lianban/law'
import { z } from 'zod'
import { compareFiles } from '../attachments/index.ts'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { appendCustody, chainOfItem, custodyRefusals as refusals } from '../custody/index.ts'
import type { EvidenceItem } from './evidence-item.ts'
import { countedAs, Instant } from './fields.ts'
import { assertSeen, findItem, saveItem } from './store.ts'

/** What was counted on receipt; another count than what was handed over is a difference that has to be described. */
function recounted(
  item: EvidenceItem,
  recount: string,
  difference: string,
): Pick<EvidenceItem, 'dimension' | 'amount'> {
  if (item.dimension === null || item.amount === null) return countedAs(recount)
  if (recount === '') throw refusals.recountMissing()
  const counted = countedAs(recount)
  if (counted.dimension !== item.dimension) throw refusals.unitDiffers()
  const { dimension, amount } = item
  if (counted.amount !== amount && difference === '')
    throw refusals.differenceUnexplained(
      quantityWords({ dimension, amount }),
      quantityWords({ dimension, amount: counted.amount! }),
    )
  return counted
}

/** The other side signs for an item, counted anew, or sends it back; with the signature it answers for it. */
export const receiveEvidence = command({
  name: 'evidence.receive',
  on: 'EvidenceItem',
  input: z.object({
    evidenceId: EvidenceId,
    expectedVersion: z.int().positive(),
    at: Instant,
    outcome: z.enum(['received', 'refused']),
    keptAt: line(200),
    recount: text(60),
    difference: text(400),
    place: line(200),
    condition: text(400),
    sealBefore: text(80),
    sealAfter: text(80),
    document: text(80),
  }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    assertSeen(subject, input.expectedVersion)
    const { events, chain } = await chainOfItem(tx, subject.id)
    const transfer = chain.pending
    if (!transfer) throw refusals.nothingPending()
    const { outcome, keptAt, recount, difference, place, condition, sealBefore, sealAfter, document } = input
    const isTaken = outcome === 'received'
    const movesThing = transfer.moves !== 'title'
    const uncounted = { dimension: subject.dimension, amount: subject.amount }
    const counted = isTaken && movesThing ? recounted(subject, recount, difference) : uncounted
    const files = isTaken ? await compareFiles({ tx, hub, officer, now }, { ...subject, nth: events.length + 1 }) : []
    const unsound = files.filter(({ found }) => found !== 'whole').length
    if (unsound > 0 && difference === '') throw refusals.filesDiffer(unsound)
    const from = { fromAgencyId: transfer.fromAgencyId, fromName: transfer.fromName }
    const to = isTaken
      ? { toAgencyId: officer.agencyId, toName: keptAt }
      : { toAgencyId: transfer.fromAgencyId, toName: transfer.fromName }
    await appendCustody(tx, events, {
      ...from,
      ...to,
      ...counted,
      id: newId(),
      itemId: subject.id,
      caseId: subject.caseId,
      kind: isTaken ? 'receive' : 'return',
      at: new Date(input.at),
      moves: isTaken ? transfer.moves : 'goods',
      place,
      purpose: '',
      condition,
      sealBefore,
      sealAfter,
      document,
      difference,
      answers: transfer.id,
      recordedBy: officer.id,
      recordedAgencyId: officer.agencyId,
      recordedAt: now,
    })
    await saveItem(tx, subject, {
      ...(isTaken && counted),
      ...(isTaken && movesThing && { holderAgencyId: officer.agencyId, holderName: keptAt }),
      ...(isTaken && transfer.moves !== 'goods' && { titleAgencyId: officer.agencyId }),
      pendingAgencyId: null,
    })
    const differs = counted.amount !== subject.amount
    return { version: subject.version + 1, differs, unsound }
  },
  facts: ({ input, subject }) => ({ number: subject.number, receipt: input.outcome }),
})
