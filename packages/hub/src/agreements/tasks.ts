import type { TaskSource } from '../desk-task.ts'
import { listAgreements } from './store.ts'

/** Agreements that wait for the signature of the officer's agency. */
export const agreementTasks: TaskSource = async ({ officer, tx, hub: { policy } }) => {
  const agreements = await listAgreements(tx, policy.filter(officer, 'read', 'Agreement'))
  return agreements
    .filter((agreement) => policy.allows(officer, 'sign', 'Agreement', agreement))
    .map(({ id, number, title, proposedAt }) => ({
      kind: 'agreement.sign',
      id,
      title: { zh: `签署协作协议：${title}`, en: `Sign the agreement: ${title}` },
      note: { zh: number, en: number },
      at: proposedAt,
      dueAt: null,
      href: '/agreements',
    }))
}
