import { NoticeId } from '@lianban/kernel'
import { z } from 'zod'
import { find } from '../query.ts'
import { noticeSummaries } from './list.ts'
import { findNotice, receiptsOf } from './store.ts'

/** One recall or correction, in the words its recipient knew the record by; never what the record says now. */
export const findNoticePage = find({
  name: 'recall.find',
  on: 'RecallNotice',
  input: z.strictObject({ noticeId: NoticeId }),
  about: ({ noticeId }) => noticeId,
  isLogged: true,
  subject: ({ tx, input }) => findNotice(tx, input.noticeId),
  async run({ subject, officer, tx, now, hub }) {
    const receipt = (await receiptsOf(tx, [subject.id])).get(subject.id)
    const summary = (await noticeSummaries(tx, [{ ...subject, receipt }], now))[0]!
    const may = Boolean(hub.policy.allows(officer, 'acknowledge', 'RecallNotice', subject))
    return { ...summary, can: { acknowledge: may && !receipt } }
  },
})
