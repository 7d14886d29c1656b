import { eq } from 'drizzle-orm'
import { agencyCards } from '../agencies/index.ts'
import type { TaskSource } from '../desk-task.ts'
import type { OfficerChange } from './officer-change.ts'
import { listChanges } from './store.ts'
import { officerChanges } from './table.ts'

const deeds: Record<OfficerChange['kind'], { zh: string; en: string }> = {
  entry: { zh: '人员登记', en: 'officers to be entered' },
  roles: { zh: '角色变更', en: 'a change of roles' },
  suspension: { zh: '人员停用', en: 'a suspension' },
  reinstatement: { zh: '人员恢复', en: 'a reinstatement' },
}

/** Changes that wait for the approval of this officer's office. */
export const officerChangeTasks: TaskSource = async ({ officer, tx, hub: { policy } }) => {
  if (policy.rulesFor(officer, 'approve', 'OfficerChange').length === 0) return []
  const filter = policy.filter(officer, 'approve', 'OfficerChange')
  const waiting = await listChanges(tx, 200, filter, eq(officerChanges.state, 'proposed'))
  const cards = await agencyCards(
    tx,
    waiting.map((change) => change.agencyId),
  )
  return waiting.map(({ id, kind, agencyId, reason, proposedAt }) => {
    const { shortZh, shortEn } = cards.get(agencyId)!
    return {
      kind: 'officer.approve',
      id,
      title: { zh: `审批${deeds[kind].zh}：${shortZh}`, en: `Decide on ${deeds[kind].en}: ${shortEn}` },
      note: { zh: reason, en: reason },
      at: proposedAt,
      dueAt: null,
      href: '/administration/changes',
    }
  })
}
