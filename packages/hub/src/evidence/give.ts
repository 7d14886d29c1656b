import { AgencyId, EvidenceId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { compareFiles } from '../attachments/index.ts'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { appendCustody, chainOfItem, custodyMoves, custodyRefusals as refusals } from '../custody/index.ts'
import { Instant } from './fields.ts'
import { assertSeen, findItem, saveItem } from './store.ts'

/** Who may be given an item: whoever does work on its case. */
const working = ['owner', 'lead', 'contribute', 'co_handle']

/**
 * The keeper hands an item over, or title to it while it stays where it is. An agency of the hub signs for it by itself and
 * until then the giver answers for it; whoever is outside signs on paper, whose number is kept.
 */
export const giveEvidence = command({
  name: 'evidence.give',
  on: 'EvidenceItem',
  input: z.object({
    evidenceId: EvidenceId,
    expectedVersion: z.int().positive(),
    at: Instant,
    toAgencyId: AgencyId.optional(),
    /** Somebody outside of the hub. */
    toName: text(200),
    moves: z.enum(custodyMoves),
    place: line(200),
    purpose: line(400),
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
    if (chain.hasEnded) throw refusals.ended()
    if (chain.pending) throw refusals.pending()
    const { evidenceId: _id, expectedVersion: _version, toAgencyId, at, toName, ...told } = input
    const isKnown = subject.standing.some(
      ({ agencyId, part, until }) => agencyId === toAgencyId && working.includes(part) && until > now,
    )
    if (
      toAgencyId
        ? toName !== '' || toAgencyId === officer.agencyId || !isKnown
        : toName === '' || told.moves === 'title'
    )
      throw refusals.receiverUnfit()
    if (!toAgencyId && told.document === '') throw refusals.documentMissing()
    const eventId: string = newId()
    await appendCustody(tx, events, {
      ...told,
      id: eventId,
      itemId: subject.id,
      caseId: subject.caseId,
      kind: 'transfer',
      at: new Date(at),
      fromAgencyId: chain.holder!.agencyId,
      fromName: chain.holder!.name,
      toAgencyId: toAgencyId ?? null,
      toName,
      dimension: subject.dimension,
      amount: subject.amount,
      difference: '',
      answers: null,
      recordedBy: officer.id,
      recordedAgencyId: officer.agencyId,
      recordedAt: now,
    })
    await saveItem(tx, subject, toAgencyId ? { pendingAgencyId: toAgencyId } : { holderName: toName })
    const files = await compareFiles({ tx, hub, officer, now }, { ...subject, nth: events.length + 1 })
    const unsound = files.filter(({ found }) => found !== 'whole').length
    return { eventId, version: subject.version + 1, unsound }
  },
  facts: ({ input, subject }) => ({
    number: subject.number,
    moves: input.moves,
    ...(input.toAgencyId && { agency: input.toAgencyId }),
  }),
})
