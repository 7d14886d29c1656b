import { ClueId, newId, type QuotationId, SectionId } from '@lianban/kernel'
import { sha256Hex } from '@lianban/kernel/digest'
import { z } from 'zod'
import { text } from '../classification.ts'
import { findClue, hiddenInClue } from '../clues/index.ts'
import { command } from '../command.ts'
import { findSection } from '../dossiers/index.ts'
import { quotableParts, sourceOf } from './quotation.ts'
import { notInClue, partWithheld } from './refusals.ts'
import { insertQuotation } from './store.ts'

/**
 * An officer who writes a section and may read a clue quotes it there. The words stay with the clue: the section gets
 * an id and a digest, so that nobody reads in it what they may not read in the clue.
 */
export const quoteClue = command({
  name: 'section.quote',
  on: 'Section',
  action: 'write',
  input: z.object({ sectionId: SectionId, clueId: ClueId, part: z.enum(quotableParts), words: text(4000) }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ input, subject, officer, tx, now, hub }) {
    const { clueId, part } = input
    const clue = await findClue(tx, clueId)
    hub.policy.decide(officer, 'read', 'Clue', clue)
    if (hiddenInClue({ hub, officer, now }, clue).includes(part)) throw partWithheld()
    const source = sourceOf(clue, part)
    const words = part === 'goods' ? source : input.words
    if (words === '' || words === '[]' || !source.includes(words)) throw notInClue()
    const digest = sha256Hex(words)
    const quotationId = newId<QuotationId>()
    await insertQuotation(tx, {
      id: quotationId,
      clueId,
      sectionId: subject.id,
      part,
      words,
      digest,
      clueVersion: clue.version,
      quotedBy: officer.id,
      quotedAgencyId: officer.agencyId,
      quotedAt: now,
    })
    return { quotationId, digest, kind: part === 'goods' ? ('goods' as const) : ('quotation' as const) }
  },
  digested: ({ words, ...input }) => ({ ...input, words: sha256Hex(words) }),
  facts: ({ input }) => ({ clue: input.clueId, part: input.part }),
})
