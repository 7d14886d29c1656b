import { EvidenceId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { findItem } from '../evidence/index.ts'
import { refusals } from './refusals.ts'
import { bindingsOfItem } from './store.ts'
import { contradictionExplanations } from './table.ts'

/** How a contradiction is resolved, said once by who works on the case. */
export const explainContradiction = command({
  name: 'chain.explain',
  on: 'EvidenceItem',
  action: 'prove',
  input: z.object({ evidenceId: EvidenceId, bindingId: z.uuid(), words: line(1000) }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input: { bindingId, words }, subject, officer, tx, now }) {
    const kept = (await bindingsOfItem(tx, subject.id)).find(({ binding }) => binding.id === bindingId)
    if (!kept) throw refusals.notBound()
    if (kept.binding.relation !== 'contradicts') throw refusals.noContradiction()
    if (kept.explanation) throw refusals.explainedAlready()
    await tx.insert(contradictionExplanations).values({
      bindingId,
      caseId: subject.caseId,
      words,
      agencyId: officer.agencyId,
      explainedBy: officer.id,
      explainedAt: now,
    })
    return { bindingId }
  },
  facts: ({ subject }) => ({ number: subject.number }),
})
