import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { findSection } from '../dossiers/index.ts'
import { find } from '../query.ts'
import { castOf } from './author-cards.ts'

/**
 * Who wrote what stands in a section now, by the letters of the shared document, so that an open page can tell it of any
 * words. Computed from the log of updates; the document itself is not asked. While a long log is replayed, how far it is.
 */
export const sectionAuthorship = find({
  name: 'section.authorship',
  on: 'Section',
  input: z.strictObject({ sectionId: SectionId }),
  about: ({ sectionId }) => sectionId,
  isLogged: false,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ subject, tx, hub }) {
    const replaying = await hub.chronicles.replay(tx, subject.id)
    if (replaying) return { seq: 0, at: new Date(0), people: [], passages: [], replaying }
    const { seq, at, passages } = await hub.chronicles.ask(tx, subject.id, { kind: 'passages', when: 'now' })
    const { people, placeOf } = await castOf(
      tx,
      passages.flatMap(({ officerId, moved }) => (moved ? [officerId, moved.officerId] : [officerId])),
    )
    return {
      seq,
      at: new Date(at),
      people,
      replaying: null,
      passages: passages.map(({ client, clock, from, to, officerId, firstAt, lastAt, moved }) => ({
        client,
        clock,
        length: to - from,
        person: placeOf(officerId),
        firstAt,
        lastAt,
        ...(moved && { moved: { person: placeOf(moved.officerId), at: moved.at } }),
      })),
    }
  },
})
