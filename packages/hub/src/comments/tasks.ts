import { officerCards } from '../agencies/index.ts'
import type { TaskSource } from '../desk-task.ts'
import { findSection } from '../dossiers/index.ts'
import { orAbsent } from '../refused.ts'
import { sectionsCalling, threadsIn } from './store.ts'
import { isCalledOn } from './thread.ts'

/** Threads in which the officer was called on and has not answered, in sections that are still open to it. */
export const mentionTasks: TaskSource = async ({ officer, tx, hub }) => {
  const tasks = []
  for (const sectionId of await sectionsCalling(tx, officer.id)) {
    const section = await findSection(tx, sectionId).catch(orAbsent)
    if (!section || !hub.policy.allows(officer, 'read', 'Section', section)) continue
    for (const thread of (await threadsIn(tx, [sectionId])).filter((one) => isCalledOn(one, officer.id))) {
      const calling = thread.comments.findLast(({ mentions }) => mentions.includes(officer.id))!
      const by = (await officerCards(tx, [calling.writtenBy])).get(calling.writtenBy)!
      tasks.push({
        kind: 'comment.mention' as const,
        id: thread.id,
        title: { zh: `${by.agency.shortZh}在批注中提醒您`, en: `${by.agency.shortEn} calls on you in a comment` },
        note: { zh: section.title, en: section.title },
        at: calling.writtenAt,
        dueAt: null,
        href: `/cases/${section.caseId}/dossier?section=${sectionId}&thread=${thread.id}`,
      })
    }
  }
  return tasks
}
