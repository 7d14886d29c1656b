import { EvidenceId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { lastCompared } from '../attachments/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { chainOfItem } from '../custody/index.ts'
import { unlessTaken } from '../unless-taken.ts'
import { cureKinds } from './evidence-item.ts'
import { assessed } from './facts.ts'
import { refusals } from './refusals.ts'
import { findItem } from './store.ts'
import { evidenceCures } from './table.ts'

/** 补正或者合理解释: a curable defect is corrected or explained; what excludes an item never is. */
export const cureEvidence = command({
  name: 'evidence.cure',
  on: 'EvidenceItem',
  action: 'amend',
  input: z.object({
    evidenceId: EvidenceId,
    line: z.string().regex(/^[A-Z-]{1,40}$/),
    how: z.enum(cureKinds),
    words: line(1000),
  }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    const { events } = await chainOfItem(tx, subject.id)
    const { kind: agencyKind } = (await agencyCards(tx, [subject.agencyId])).get(subject.agencyId)!
    const files = (await lastCompared(tx, [subject.id])).get(subject.id) ?? []
    const known = { agencyKind, region: subject.ofCase.region, events, cured: [], files }
    const { lines } = assessed(hub.law, subject, known)
    const checked = lines.find(({ id }) => id === input.line)
    if (checked?.outcome !== 'failed' || checked.consequence !== 'curable') throw refusals.notCurable(input.line)
    const { evidenceId: _id, ...cure } = input
    await unlessTaken(
      'evidence_cures_item_id_line_key',
      refusals.curedAlready,
      tx.insert(evidenceCures).values({
        ...cure,
        id: newId(),
        itemId: subject.id,
        caseId: subject.caseId,
        agencyId: officer.agencyId,
        curedBy: officer.id,
        curedAt: now,
      }),
    )
    return { line: input.line }
  },
  facts: ({ input, subject }) => ({ number: subject.number, line: input.line }),
})
