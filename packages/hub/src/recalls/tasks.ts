import type { AgencyId, Sentence } from '@lianban/kernel'
import { and, eq, lte, ne } from 'drizzle-orm'
import { agencyCards } from '../agencies/index.ts'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import type { Notice } from './notice.ts'
import { openNotices } from './store.ts'
import { notices } from './table.ts'

const toAcknowledge: Record<Notice['kind'], (name: string) => Sentence> = {
  recall: (name) => ({ zh: `回执：${name} 已收回`, en: `Acknowledge: ${name} was recalled` }),
  correction: (name) => ({ zh: `回执：${name} 已更正`, en: `Acknowledge: ${name} was corrected` }),
}

/** What the officer's agency has to acknowledge, and the receipts of others that the owner waits for in vain. */
export const recallTasks: TaskSource = async ({ officer, tx, now, hub: { policy } }) => {
  const mine = policy.filter(officer, 'acknowledge', 'RecallNotice')
  const owed = await openNotices(tx, and(mine, ne(notices.ownerAgencyId, officer.agencyId)))
  const missing = await openNotices(
    tx,
    and(
      policy.filter(officer, 'chase', 'RecallNotice'),
      eq(notices.ownerAgencyId, officer.agencyId),
      lte(notices.dueAt, now),
    ),
  )
  const cards = await agencyCards(
    tx,
    [...owed, ...missing].flatMap((notice): AgencyId[] => [notice.ownerAgencyId, notice.agencyId]),
  )
  return [
    ...owed.map((notice): DeskTask => {
      const { shortZh, shortEn } = cards.get(notice.ownerAgencyId)!
      return {
        ...task(notice),
        kind: 'recall.acknowledge',
        title: toAcknowledge[notice.kind](notice.recordTitle),
        note: { zh: `${notice.recordNumber} · ${shortZh}`, en: `${notice.recordNumber} · ${shortEn}` },
      }
    }),
    ...missing.map((notice): DeskTask => {
      const { shortZh, shortEn } = cards.get(notice.agencyId)!
      return {
        ...task(notice),
        kind: 'recall.chase',
        title: { zh: `催办回执：${shortZh} 尚未回执`, en: `Chase: ${shortEn} has not acknowledged` },
        note: { zh: notice.recordNumber, en: notice.recordNumber },
      }
    }),
  ]
}

const task = ({ id, toldAt, dueAt }: Notice) => ({ id, at: toldAt, dueAt, href: `/recalls/${id}` })
