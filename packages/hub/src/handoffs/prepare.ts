import { AgencyId, CaseId, type HandoffId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { findAgency } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { receivers } from './handoff.ts'
import { freeze, packageDigestOf } from './package.ts'
import { refusals } from './refusals.ts'
import { assertFree, insertHandoff } from './store.ts'

/** A handler freezes the case as it stands into a package; it leaves the agency only when the leader dispatches it. */
export const prepareHandoff = command({
  name: 'case.prepareHandoff',
  on: 'Case',
  input: z.object({
    caseId: CaseId,
    toAgencyId: AgencyId,
    number: line(60),
    legalBasis: line(500),
    purpose: line(120),
    note: text(2000),
  }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    const to = await findAgency(tx, { id: input.toAgencyId })
    if (!receivers.case_transfer.includes(to.kind) || to.id === officer.agencyId) throw refusals.wrongReceiver()
    const { caseId, note, ...terms } = input
    const letter = { ...terms, fromAgencyId: officer.agencyId }
    await assertFree(tx, caseId)
    const items = await freeze({ hub, tx, officer, now }, { ...letter, note }, subject)
    const handoffId = newId<HandoffId>()
    const packageDigest = packageDigestOf(items)
    await insertHandoff(
      tx,
      {
        ...letter,
        id: handoffId,
        kind: 'case_transfer',
        caseId,
        state: 'prepared',
        packageDigest,
        preparedBy: officer.id,
        preparedAt: now,
        version: 1,
      },
      items,
    )
    return { handoffId, packageDigest, items: items.length }
  },
  facts: ({ input }) => ({ agency: input.toAgencyId, number: input.number }),
})
