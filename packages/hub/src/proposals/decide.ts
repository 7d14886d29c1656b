import { ProposalId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { applyCorrection, contentOf } from '../corrections/index.ts'
import { findRecord, recordRefOf } from '../sharing/index.ts'
import { decided, isStale, type ProposalRow } from './proposal.ts'
import { movedOn } from './refusals.ts'
import { findProposal, saveProposal } from './store.ts'

const seen = { proposalId: ProposalId, expectedVersion: z.int().positive() }

export function assertUpToDate(proposal: ProposalRow, expected: number): void {
  if (proposal.version !== expected) throw stale({ expected, found: proposal.version })
}

/** A proposal about a case belongs to the trail of the case. */
export const onItsCase = (proposal: ProposalRow) => ({
  ...proposal,
  caseId: proposal.recordKind === 'Case' ? proposal.recordId : undefined,
})

/** The owner takes a proposal over: the record is corrected, and the correction names whose proposal it was. */
export const acceptProposal = command({
  name: 'proposal.accept',
  on: 'Proposal',
  input: z.object({ ...seen, note: text(500) }),
  about: ({ proposalId }) => proposalId,
  subject: async ({ tx, input }) => onItsCase(await findProposal(tx, input.proposalId, { lock: true })),
  async run({ input, subject, officer, tx, now, hub }) {
    assertUpToDate(subject, input.expectedVersion)
    const accepted = decided(subject, 'accepted', { officerId: officer.id, at: now, decision: input.note })
    const { kind, row } = await findRecord(tx, recordRefOf(subject), { lock: true })
    hub.policy.decide(officer, 'correct', kind, row)
    if (isStale(subject, contentOf(kind, row))) throw movedOn()
    await saveProposal(tx, accepted)
    const correction = await applyCorrection(
      tx,
      { kind, row },
      {
        changes: subject.proposed,
        fault: subject.reason,
        reason: input.note || subject.reason,
        by: officer.id,
        now,
        hub,
        proposalId: subject.id,
      },
    )
    return { correctionId: correction.id, serial: correction.serial }
  },
  facts: ({ subject }) => ({ agency: subject.agencyId, field: subject.field }),
})

/** The owner does not take a proposal over, and says why. */
export const discardProposal = command({
  name: 'proposal.discard',
  on: 'Proposal',
  input: z.object({ ...seen, reason: line(500) }),
  about: ({ proposalId }) => proposalId,
  subject: async ({ tx, input }) => onItsCase(await findProposal(tx, input.proposalId, { lock: true })),
  async run({ input, subject, officer, tx, now }) {
    assertUpToDate(subject, input.expectedVersion)
    await saveProposal(tx, decided(subject, 'discarded', { officerId: officer.id, at: now, decision: input.reason }))
    return { proposalId: subject.id }
  },
  facts: ({ subject }) => ({ agency: subject.agencyId, field: subject.field }),
})
