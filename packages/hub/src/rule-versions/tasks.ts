import type { TaskSource } from '../desk-task.ts'
import { openChange } from './store.ts'

/** A change of rules that waits for the approval of this officer's office. */
export const ruleChangeTasks: TaskSource = async ({ officer, tx, hub: { policy } }) => {
  if (policy.rulesFor(officer, 'approve', 'RuleChange').length === 0) return []
  const change = await openChange(tx)
  if (!change || !policy.allows(officer, 'approve', 'RuleChange', change)) return []
  return [
    {
      kind: 'rules.approve',
      id: change.id,
      title: { zh: '审批权限规则变更', en: 'Decide on a change of the permission rules' },
      note: { zh: change.reason, en: change.reason },
      at: change.proposedAt,
      dueAt: null,
      href: '/administration/rules',
    },
  ]
}
