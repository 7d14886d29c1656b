import { EvidenceId } from '@lianban/kernel'
import { type Conversion, conversionOf } from '@lianban/law'
import { z } from 'zod'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { unlessTaken } from '../unless-taken.ts'
import { type ConversionDecision, conversionDecisions } from './evidence-item.ts'
import { refusals } from './refusals.ts'
import { findItem, itemsByIds } from './store.ts'
import { evidenceConversions } from './table.ts'

/** What each way of converting may end in. Not to use an item is always open. */
const fitting: Record<Conversion, readonly ConversionDecision[]> = {
  direct: ['used', 'reviewed', 'not_used'],
  after_review: ['reviewed', 'not_used'],
  retake: ['retaken', 'not_used'],
}

const statements = ['witness', 'victim', 'suspect', 'party']

/** The agency that took the case over says how it uses what another agency collected. */
export const convertEvidence = command({
  name: 'evidence.convert',
  on: 'EvidenceItem',
  input: z.object({
    evidenceId: EvidenceId,
    decision: z.enum(conversionDecisions),
    retakenId: EvidenceId.optional(),
    words: text(1000),
  }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input: { decision, retakenId, words }, subject, officer, tx, now, hub }) {
    if (subject.agencyId === officer.agencyId) throw refusals.nothingToConvert()
    const conversion = conversionOf(hub.law, subject.kind)
    if (!fitting[conversion.id].includes(decision)) throw refusals.conversionUnfit(conversion.words)
    const [anew] = retakenId ? await itemsByIds(tx, [retakenId]) : []
    const isAnew =
      anew?.caseId === subject.caseId && anew.agencyId === officer.agencyId && statements.includes(anew.kind)
    if (decision === 'retaken' ? !isAnew : retakenId) throw refusals.retakenUnfit()
    await unlessTaken(
      'evidence_conversions_pkey',
      refusals.nothingToConvert,
      tx.insert(evidenceConversions).values({
        itemId: subject.id,
        caseId: subject.caseId,
        decision,
        retakenId: retakenId ?? null,
        words,
        decidedBy: officer.id,
        agencyId: officer.agencyId,
        decidedAt: now,
      }),
    )
    return { decision }
  },
  facts: ({ input, subject }) => ({ number: subject.number, use: input.decision }),
})
