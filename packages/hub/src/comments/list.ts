import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { findSection } from '../dossiers/index.ts'
import { find } from '../query.ts'
import { readersOfSection } from './readers.ts'
import { threadsIn } from './store.ts'

/** The threads of a section, oldest first, for whoever may read it. */
export const listComments = find({
  name: 'section.comments',
  on: 'Section',
  input: z.strictObject({ sectionId: SectionId }),
  about: ({ sectionId }) => sectionId,
  isLogged: false,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ subject, officer, tx, hub }) {
    const threads = await threadsIn(tx, [subject.id])
    const posts = await officerCards(
      tx,
      threads.flatMap(({ comments, resolved }) => [
        ...comments.flatMap(({ writtenBy, mentions }) => [writtenBy, ...mentions]),
        ...(resolved ? [resolved.turnedBy] : []),
      ]),
    )
    return {
      canComment: Boolean(hub.policy.allows(officer, 'comment', 'Section', subject)),
      threads: threads.map(({ id, comments, resolved }) => ({
        id,
        anchor: comments[0]!.anchor,
        quote: comments[0]!.quote,
        resolved: resolved && { by: posts.get(resolved.turnedBy)!, at: resolved.turnedAt },
        comments: comments.map((comment) => ({
          id: comment.id,
          words: comment.words,
          officer: posts.get(comment.writtenBy)!,
          writtenAt: comment.writtenAt,
          mentions: comment.mentions.flatMap((mentioned) => posts.get(mentioned) ?? []),
        })),
      })),
    }
  },
})

/** Whom a comment on the section can call on. */
export const listMentionable = find({
  name: 'section.mentionable',
  on: 'Section',
  action: 'comment',
  input: z.strictObject({ sectionId: SectionId }),
  about: ({ sectionId }) => sectionId,
  isLogged: false,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  run: async ({ subject, hub, tx, now }) => ({ items: await readersOfSection({ hub, tx, now }, subject) }),
})
