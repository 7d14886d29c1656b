import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { EvidenceId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { appendCustody, chainOfItem, custodyRefusals as refusals } from '../custody/index.ts'
import type { EvidenceRow } from './evidence-item.ts'
import { Instant } from './fields.ts'
import { assertSeen, findItem, saveItem } from './store.ts'

const keepings = ['seal', 'examine', 'copy'] as const
/** What ends an item's stay or gives it away: done on a paper, and open when the case is closed. */
const disposals = ['return', 'auction', 'destroy'] as const

const happened = {
  evidenceId: EvidenceId,
  expectedVersion: z.int().positive(),
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
}
const Happened = z.object({ ...happened, kind: z.enum([...keepings, ...disposals]) })

/** What the keeper does with an item: sealing, examining, copying. */
export const keepEvidence = command({
  name: 'evidence.keep',
  on: 'EvidenceItem',
  input: z.object({ ...happened, kind: z.enum(keepings) }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  run: recorded,
  facts: ({ input, subject }) => ({ number: subject.number, custody: input.kind }),
})

/** The keeper gives an item back, auctions or destroys it, or takes back a transfer that nobody has signed for. */
export const disposeEvidence = command({
  name: 'evidence.dispose',
  on: 'EvidenceItem',
  input: z.object({ ...happened, kind: z.enum(disposals) }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  run: recorded,
  facts: ({ input, subject }) => ({ number: subject.number, custody: input.kind }),
})

type Given = {
  readonly input: z.infer<typeof Happened>
  readonly subject: EvidenceRow
  readonly officer: SignedIn['officer']
  readonly tx: Tx
  readonly now: Date
}

async function recorded({ input, subject, officer, tx, now }: Given): Promise<{ version: number }> {
  assertSeen(subject, input.expectedVersion)
  const { events, chain } = await chainOfItem(tx, subject.id)
  const { evidenceId: _id, expectedVersion: _version, at, fromName, toName, isOutside, ...told } = input
  if (chain.hasEnded) throw refusals.ended()
  const takenBack = chain.pending && told.kind === 'return' ? chain.pending : null
  if (chain.pending && !takenBack) throw refusals.pending()
  const isDisposal = disposals.some((each) => each === told.kind)
  if (!takenBack && isDisposal && told.document === '') throw refusals.documentMissing()
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
}
