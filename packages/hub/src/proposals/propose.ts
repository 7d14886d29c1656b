import { newId, type ProposalId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { wellFormed } from '../clues/index.ts'
import { command } from '../command.ts'
import { CaseContent, type Changes, ClueContent, contentOf, correctable, type Field } from '../corrections/index.ts'
import { findRecord, RecordRef, withheldFor } from '../sharing/index.ts'
import { isStale, only } from './proposal.ts'
import { fieldWithheld, notAField, sameValue } from './refusals.ts'
import { insertProposal } from './store.ts'

const oneOf = <Shape extends z.ZodRawShape>(content: z.ZodObject<Shape>) =>
  Object.keys(content.shape).map((field) =>
    z.strictObject({ field: z.literal(field), value: content.shape[field] as z.ZodType }),
  )

/** One field and the value proposed for it, held to what the field takes when it is recorded. */
export const Change = z.union([...oneOf(ClueContent), ...oneOf(CaseContent)])

export function changeOf({ field, value }: z.infer<typeof Change>): { field: Field; proposed: Changes } {
  const proposed: Changes = { [field]: value }
  const identifiers = proposed.identifiers && wellFormed(proposed.identifiers)
  return { field: field as Field, proposed: identifiers ? { identifiers } : proposed }
}

/** An agency that may read a record proposes another value for one of its fields; nothing changes until the owner accepts. */
export const proposeCorrection = command({
  name: 'proposal.propose',
  on: ({ record }) => record.kind,
  action: 'proposeChange',
  input: z.object({ record: RecordRef, change: Change, reason: line(500) }),
  about: ({ record }) => record.id,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record, { lock: true })).row,
  async run({ input, subject, officer, tx, now, hub }) {
    const { kind } = input.record
    const { field, proposed } = changeOf(input.change)
    if (!correctable[kind].includes(field)) throw notAField()
    if (withheldFor({ hub, officer, now }, { kind, row: subject }).includes(field)) throw fieldWithheld()
    const content = contentOf(kind, subject)
    if (!isStale({ state: 'open', seen: proposed, field }, content)) throw sameValue()
    const proposalId = newId<ProposalId>()
    await insertProposal(tx, {
      id: proposalId,
      recordKind: kind,
      recordId: subject.id,
      ownerAgencyId: subject.ownerAgencyId,
      agencyId: officer.agencyId,
      field,
      seen: only(content, field),
      proposed,
      reason: input.reason,
      state: 'open',
      proposedBy: officer.id,
      proposedAt: now,
      decidedBy: null,
      decidedAt: null,
      decision: null,
      version: 1,
      access: [],
      circle: [],
    })
    return { proposalId }
  },
  facts: ({ input }) => ({ field: input.change.field }),
})
