import { newId, SectionId, type SuggestionId } from '@lianban/kernel'
import { z } from 'zod'
import { text, writtenText } from '../classification.ts'
import { command } from '../command.ts'
import { Anchor, findSection } from '../dossiers/index.ts'
import { saysTheSame } from './refusals.ts'
import { insertSuggestions } from './store.ts'

/** Whoever may comment on a section suggests other words for some of it, piece by piece; the text stays as it is. */
export const suggestChanges = command({
  name: 'section.suggest',
  on: 'Section',
  action: 'comment',
  input: z.object({
    sectionId: SectionId,
    pieces: z
      .array(z.strictObject({ anchor: Anchor, seen: writtenText(5000), proposed: writtenText(5000) }))
      .min(1)
      .max(100),
    reason: text(500),
  }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ input, subject, officer, tx, now }) {
    if (input.pieces.some(({ seen, proposed }) => seen === proposed)) throw saysTheSame()
    const rows = input.pieces.map((piece) => ({
      ...piece,
      id: newId<SuggestionId>(),
      sectionId: subject.id,
      reason: input.reason,
      proposedBy: officer.id,
      agencyId: officer.agencyId,
      proposedAt: now,
    }))
    await insertSuggestions(tx, rows)
    return { suggestionIds: rows.map(({ id }) => id) }
  },
  digested: ({ sectionId, pieces }) => ({ sectionId, pieces: pieces.map(({ anchor }) => anchor) }),
  facts: ({ input }) => ({ pieces: input.pieces.length }),
})
