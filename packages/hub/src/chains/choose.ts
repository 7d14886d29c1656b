import { CaseId, type EvidenceId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { command } from '../command.ts'
import { lock } from '../lock.ts'
import { standingIn } from '../standing/index.ts'
import { chargesOf } from './store.ts'
import { caseCharges } from './table.ts'

/** Whoever works on a case says which charges its evidence has to carry; what was chosen before stays on record. */
export const chooseCharges = command({
  name: 'chain.choose',
  on: 'EvidenceItem',
  action: 'prove',
  input: z.object({
    caseId: CaseId,
    /** How often charges were chosen when the page was read. */
    expected: z.int().min(0),
    charges: z.array(z.string().regex(/^[a-z_]{1,40}$/)).max(8),
  }),
  about: ({ caseId }) => caseId,
  async subject({ tx, input, officer }) {
    await lock(tx, 'CaseCharges', input.caseId)
    const ofCase = await findCase(tx, input.caseId)
    const draft = { id: ofCase.id as string as EvidenceId, caseId: ofCase.id, agencyId: officer.agencyId }
    return { ...draft, ofCase, standing: standingIn(ofCase) }
  },
  async run({ input: { expected, charges }, subject, officer, tx, now, hub }) {
    const found = (await chargesOf(tx, subject.caseId))?.nth ?? 0
    if (found !== expected) throw stale({ expected, found })
    const known = hub.law.charges.charges.map(({ id }) => id).filter((id) => charges.includes(id))
    await tx.insert(caseCharges).values({
      caseId: subject.caseId,
      nth: found + 1,
      charges: known,
      agencyId: officer.agencyId,
      chosenBy: officer.id,
      chosenAt: now,
    })
    return { charges: known.length }
  },
  facts: ({ output }) => ({ charges: output.charges }),
})
