import { EvidenceId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { appendCustody, chainOfItem, custodyRefusals as refusals } from '../custody/index.ts'
import { Instant } from './fields.ts'
import { assertSeen, findItem, saveItem } from './store.ts'

const keepings = ['seal', 'examine', 'copy', 'return', 'auction', 'destroy'] as const
/** What ends an item's stay or gives it away is done on a paper. */
const onPaper: readonly string[] = ['return', 'auction', 'destroy']

/** What the keeper does with an item: sealing, examining, copying, giving back, auction, destruction. */
export const keepEvidence = command({
  name: 'evidence.keep',
  on: 'EvidenceItem',
  input: z.object({
    evidenceId: EvidenceId,
    expectedVersion: z.int().positive(),
    kind: z.enum(keepings),
    at: Instant,
    /** Where it was taken from, as the paper says; elsewhere than where it was last is a break that shows. */
    fromName: text(200),
    toName: line(200),
    /** Whether it is then with somebody outside of the agency. */
    isOutside: z.boolean(),
    place: line(200),
    purpose: text(400),
    condition: text(400),
    sealBefore: text(80),
    sealAfter: text(80),
    document: text(80),
  }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input, subject, officer, tx, now }) {
    assertSeen(subject, input.expectedVersion)
    const { events, chain } = await chainOfItem(tx, subject.id)
    const { evidenceId: _id, expectedVersion: _version, at, fromName, toName, isOutside, ...told } = input
    if (chain.hasEnded) throw refusals.ended()
    const takenBack = chain.pending && told.kind === 'return' ? chain.pending : null
    if (chain.pending && !takenBack) throw refusals.pending()
    if (!takenBack && onPaper.includes(told.kind) && told.document === '') throw refusals.documentMissing()
    const { agencyId, name } = chain.holder!
    await appendCustody(tx, events, {
      ...told,
      id: newId(),
      itemId: subject.id,
      caseId: subject.caseId,
      at: new Date(at),
      fromAgencyId: agencyId,
      fromName: takenBack || fromName === '' ? name : fromName,
      toAgencyId: takenBack ? agencyId : isOutside ? null : officer.agencyId,
      toName: takenBack ? name : toName,
      moves: 'goods',
      dimension: subject.dimension,
      amount: subject.amount,
      difference: '',
      answers: takenBack?.id ?? null,
      recordedBy: officer.id,
      recordedAgencyId: officer.agencyId,
      recordedAt: now,
    })
    await saveItem(tx, subject, takenBack ? { pendingAgencyId: null } : { holderName: toName })
    return { version: subject.version + 1 }
  },
  facts: ({ input, subject }) => ({ number: subject.number, custody: input.kind }),
})
