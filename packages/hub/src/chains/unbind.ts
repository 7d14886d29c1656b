import { EvidenceId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { findItem } from '../evidence/index.ts'
import { refusals } from './refusals.ts'
import { bindingsOfItem } from './store.ts'
import { factUnbindings } from './table.ts'

/** An item no longer stands for a fact; that it did, and why it does not, stays on record. */
export const unbindEvidence = command({
  name: 'chain.unbind',
  on: 'EvidenceItem',
  action: 'prove',
  input: z.object({ evidenceId: EvidenceId, bindingId: z.uuid(), reason: line(400) }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input: { bindingId, reason }, subject, officer, tx, now }) {
    if (!(await bindingsOfItem(tx, subject.id)).some(({ binding }) => binding.id === bindingId))
      throw refusals.notBound()
    await tx.insert(factUnbindings).values({
      bindingId,
      caseId: subject.caseId,
      reason,
      agencyId: officer.agencyId,
      unboundBy: officer.id,
      unboundAt: now,
    })
    return { bindingId }
  },
  facts: ({ subject }) => ({ number: subject.number }),
})
