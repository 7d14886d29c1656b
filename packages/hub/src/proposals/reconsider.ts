import { ProposalId } from '@lianban/kernel'
import { z } from 'zod'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { contentOf } from '../corrections/index.ts'
import { findRecord, recordRefOf, withheldFor } from '../sharing/index.ts'
import { assertUpToDate, onItsCase } from './decide.ts'
import { decided, isStale, only } from './proposal.ts'
import { Change, changeOf } from './propose.ts'
import { decidedAlready, fieldWithheld, notAField, notMovedOn, sameValue } from './refusals.ts'
import { findProposal, saveProposal } from './store.ts'

const seen = { proposalId: ProposalId, expectedVersion: z.int().positive() }

/** After the record moved on, its proposer looks at the new value and upholds the proposal, changed or as it was. */
export const rebaseProposal = command({
  name: 'proposal.rebase',
  on: 'Proposal',
  input: z.object({ ...seen, change: Change }),
  about: ({ proposalId }) => proposalId,
  subject: async ({ tx, input }) => onItsCase(await findProposal(tx, input.proposalId, { lock: true })),
  async run({ input, subject, officer, tx, now, hub }) {
    assertUpToDate(subject, input.expectedVersion)
    if (subject.state !== 'open') throw decidedAlready(subject.state)
    const { kind, row } = await findRecord(tx, recordRefOf(subject), { lock: true })
    hub.policy.decide(officer, 'proposeChange', kind, row)
    const { field, proposed } = changeOf(input.change)
    if (field !== subject.field) throw notAField()
    if (withheldFor({ hub, officer, now }, { kind, row }).includes(field)) throw fieldWithheld()
    const content = contentOf(kind, row)
    if (!isStale(subject, content)) throw notMovedOn()
    if (!isStale({ state: 'open', seen: proposed, field }, content)) throw sameValue()
    const version = subject.version + 1
    await saveProposal(tx, { ...subject, seen: only(content, field), proposed, version })
    return { version }
  },
  facts: ({ subject }) => ({ field: subject.field }),
})

/** Its proposer takes a proposal back before it was decided. */
export const withdrawProposal = command({
  name: 'proposal.withdraw',
  on: 'Proposal',
  input: z.object({ ...seen, reason: text(500) }),
  about: ({ proposalId }) => proposalId,
  subject: async ({ tx, input }) => onItsCase(await findProposal(tx, input.proposalId, { lock: true })),
  async run({ input, subject, officer, tx, now }) {
    assertUpToDate(subject, input.expectedVersion)
    await saveProposal(tx, decided(subject, 'withdrawn', { officerId: officer.id, at: now, decision: input.reason }))
    return { proposalId: subject.id }
  },
  facts: ({ subject }) => ({ field: subject.field }),
})
