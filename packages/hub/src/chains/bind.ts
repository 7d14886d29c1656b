import { EvidenceId, newId } from '@lianban/kernel'
import { relations } from '@lianban/law'
import { z } from 'zod'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { findItem } from '../evidence/index.ts'
import { refusals } from './refusals.ts'
import { bindingsOfItem, chargesOf } from './store.ts'
import { factBindings } from './table.ts'

/** An item of evidence is bound to a fact that has to be proved: it proves it directly, corroborates or contradicts it. */
export const bindEvidence = command({
  name: 'chain.bind',
  on: 'EvidenceItem',
  action: 'prove',
  input: z.object({
    evidenceId: EvidenceId,
    fact: z.string().regex(/^[a-z_]{1,40}$/),
    relation: z.enum(relations),
    /** Where it comes from, if that is somewhere else than the register says. */
    source: text(200),
    note: text(400),
  }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input: { fact, relation, source, note }, subject, officer, tx, now, hub }) {
    const chosen = (await chargesOf(tx, subject.caseId))?.charges ?? []
    const isAsked = hub.law.charges.charges.some(({ id, facts }) => chosen.includes(id) && facts.includes(fact))
    if (!isAsked) throw refusals.factUnasked()
    if ((await bindingsOfItem(tx, subject.id)).some(({ binding }) => binding.fact === fact))
      throw refusals.boundAlready()
    const bindingId: string = newId()
    await tx.insert(factBindings).values({
      id: bindingId,
      caseId: subject.caseId,
      itemId: subject.id,
      fact,
      relation,
      source: source || subject.source,
      note,
      agencyId: officer.agencyId,
      boundBy: officer.id,
      boundAt: now,
    })
    return { bindingId }
  },
  facts: ({ input, subject }) => ({ number: subject.number, relation: input.relation }),
})
