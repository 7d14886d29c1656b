import { CommentId, newId, SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { findSection } from '../dossiers/index.ts'
import { alreadySo, noSuchThread } from './refusals.ts'
import { findThread, insertTurn } from './store.ts'

/** A thread is settled, or opened again, by whoever may comment on the section. */
export const resolveThread = command({
  name: 'section.resolve',
  on: 'Section',
  action: 'comment',
  input: z.object({ sectionId: SectionId, threadId: CommentId, isResolved: z.boolean() }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId, { lock: true }),
  async run({ input, subject, officer, tx, now }) {
    const { threadId, isResolved } = input
    const thread = await findThread(tx, subject.id, threadId)
    if (!thread) throw noSuchThread()
    if (Boolean(thread.resolved) === isResolved) throw alreadySo()
    await insertTurn(tx, { id: newId(), threadId, isResolved, turnedBy: officer.id, turnedAt: now })
    return { threadId, isResolved }
  },
  facts: ({ input }) => ({ turn: input.isResolved ? 'resolved' : 'reopened' }),
})
