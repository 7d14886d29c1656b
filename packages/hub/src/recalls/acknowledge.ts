import { NoticeId } from '@lianban/kernel'
import { z } from 'zod'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { copiesKinds } from './notice.ts'
import { alreadyAcknowledged, nothingToUpdate, reasonNeeded } from './refusals.ts'
import { findNotice, insertReceipt, receiptsOf } from './store.ts'

/** A recipient acknowledges a recall or correction and says what became of its copies; it gets nothing back for it. */
export const acknowledgeNotice = command({
  name: 'recall.acknowledge',
  on: 'RecallNotice',
  input: z.object({ noticeId: NoticeId, copies: z.enum(copiesKinds), note: text(500) }),
  about: ({ noticeId }) => noticeId,
  subject: ({ tx, input }) => findNotice(tx, input.noticeId, { lock: true }),
  async run({ input, subject, officer, tx, now }) {
    if (input.copies === 'kept_by_law' && !input.note) throw reasonNeeded()
    if (input.copies === 'updated' && subject.kind === 'recall') throw nothingToUpdate()
    if ((await receiptsOf(tx, [subject.id])).size) throw alreadyAcknowledged()
    await insertReceipt(tx, { ...input, agencyId: officer.agencyId, officerId: officer.id, givenAt: now })
    return { noticeId: subject.id }
  },
  facts: ({ input, subject }) => ({ number: subject.recordNumber, copies: input.copies }),
})
