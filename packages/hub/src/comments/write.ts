import { CommentId, newId, OfficerId, SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { Anchor, findSection } from '../dossiers/index.ts'
import { areReaders } from './readers.ts'
import { noSuchThread, notAReader } from './refusals.ts'
import { findThread, insertComment } from './store.ts'

/** Says something about some words of a section, or answers in a thread; officers who may read it can be called on. */
export const writeComment = command({
  name: 'section.comment',
  on: 'Section',
  input: z.object({
    sectionId: SectionId,
    /** The thread that is answered; nothing begins one. */
    threadId: CommentId.optional(),
    anchor: Anchor.optional(),
    quote: text(200),
    words: line(2000),
    mentions: z.array(OfficerId).max(20),
  }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ input, subject, officer, tx, now, hub }) {
    const { threadId, anchor, quote, words } = input
    if (threadId && !(await findThread(tx, subject.id, threadId))) throw noSuchThread()
    const mentions = [...new Set(input.mentions)]
    if (!(await areReaders({ hub, tx, now }, subject, mentions))) throw notAReader()
    const id = newId<CommentId>()
    await insertComment(tx, {
      id,
      sectionId: subject.id,
      threadId: threadId ?? id,
      anchor: threadId ? null : (anchor ?? null),
      quote: threadId ? '' : quote,
      words,
      writtenBy: officer.id,
      agencyId: officer.agencyId,
      writtenAt: now,
      mentions,
    })
    return { commentId: id, threadId: threadId ?? id }
  },
  // A short comment could be guessed from its digest.
  digested: ({ words: _words, quote: _quote, ...rest }) => rest,
  facts: ({ input }) => ({ mentions: input.mentions.length }),
})
