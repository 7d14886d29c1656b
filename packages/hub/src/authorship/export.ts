import { SectionId } from '@lianban/kernel'
import { digestOf } from '@lianban/kernel/digest'
import { z } from 'zod'
import { findSection } from '../dossiers/index.ts'
import { find } from '../query.ts'
import { authorCards } from './author-cards.ts'

/** The canonical document of a section with who wrote each range of it, to be taken along; the log says who took it. */
export const exportAuthorship = find({
  name: 'section.exportAuthorship',
  on: 'Section',
  input: z.strictObject({ sectionId: SectionId }),
  about: ({ sectionId }) => sectionId,
  isLogged: true,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ subject, tx, hub }) {
    const told = await hub.chronicles.ask(tx, subject.id, { kind: 'passages', when: 'now' })
    const cards = await authorCards(
      tx,
      told.passages.flatMap(({ officerId, moved }) => (moved ? [officerId, moved.officerId] : [officerId])),
    )
    const named = (key: string) => {
      const card = cards.get(key)
      return { officerId: card?.id, post: card?.postZh, agencyId: card?.agency.id, agency: card?.agency.nameZh }
    }
    return {
      sectionId: subject.id,
      title: subject.title,
      seq: told.seq,
      at: new Date(told.at),
      digest: digestOf(told.document),
      document: told.document,
      ranges: told.passages.map(({ from, to, text, officerId, firstAt, lastAt, moved }) => ({
        from,
        to,
        text,
        ...named(officerId),
        firstAt: new Date(firstAt),
        lastAt: new Date(lastAt),
        ...(moved && { movedBy: { ...named(moved.officerId), at: new Date(moved.at) } }),
      })),
    }
  },
})
