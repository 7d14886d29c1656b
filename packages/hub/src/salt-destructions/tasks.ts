import { and, eq, notExists } from 'drizzle-orm'
import type { TaskSource } from '../desk-task.ts'
import { destructionsWhere } from './store.ts'
import { destructionDecisions, saltDestructions } from './table.ts'

/** Salts that another audit administrator wants destroyed wait for a second one. */
export const destructionTasks: TaskSource = async ({ officer, tx, hub: { policy } }) => {
  if (policy.rulesFor(officer, 'approve', 'SaltDestruction').length === 0) return []
  const open = and(
    policy.filter(officer, 'approve', 'SaltDestruction'),
    notExists(
      tx.select().from(destructionDecisions).where(eq(destructionDecisions.destructionId, saltDestructions.id)),
    ),
  )
  const waiting = await destructionsWhere(tx, open, 50)
  return waiting.map(({ destruction: { id, salts, reason, proposedAt } }) => ({
    kind: 'salts.approve',
    id,
    title: { zh: `审批销毁 ${salts} 条日志的盐值`, en: `Decide on destroying the salts of ${salts} entries` },
    note: { zh: reason, en: reason },
    at: proposedAt,
    dueAt: null,
    href: '/audit?view=keeping',
  }))
}
