import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { castOf } from '../authorship/index.ts'
import { findSection } from '../dossiers/index.ts'
import { find } from '../query.ts'
import { momentOf, PastMoment } from './when.ts'

/** What a section said at a past moment, block by block, with who had written it; or how far a long log is replayed. */
export const pastSection = find({
  name: 'section.past',
  on: 'Section',
  action: 'readHistory',
  input: z.strictObject({ sectionId: SectionId, when: PastMoment }),
  about: ({ sectionId }) => sectionId,
  isLogged: false,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ input, subject, tx, hub }) {
    const replaying = await hub.chronicles.replay(tx, subject.id)
    if (replaying) return { seq: 0, at: new Date(0), people: [], blocks: [], replaying }
    const told = await hub.chronicles.ask(tx, subject.id, { kind: 'passages', when: momentOf(input.when) })
    const { people, placeOf } = await castOf(
      tx,
      told.passages.map(({ officerId }) => officerId),
    )
    return {
      seq: told.seq,
      at: new Date(told.at),
      people,
      replaying: null,
      blocks: told.blocks.map(({ type, attrs, within, letters }) => ({
        type,
        attrs,
        within,
        pieces: told.passages
          .filter(({ from }) => from >= letters.from && from < letters.to)
          .map(({ text, officerId, lastAt }) => ({ text, person: placeOf(officerId), at: new Date(lastAt) })),
      })),
    }
  },
})
