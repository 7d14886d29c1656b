import { findCase } from '../cases/index.ts'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { orAbsent } from '../refused.ts'
import { sealsUnsignedBy } from './store.ts'

/** Seals that wait for the signature of the officer's agency, on cases where the officer may give it. */
export const sealTasks: TaskSource = async ({ officer, tx, hub }) => {
  const tasks: DeskTask[] = []
  for (const { id, caseId, number, proposedAt } of await sealsUnsignedBy(tx, officer.agencyId)) {
    const ofCase = await findCase(tx, caseId).catch(orAbsent)
    if (!ofCase || !hub.policy.allows(officer, 'signSeal', 'Case', ofCase)) continue
    tasks.push({
      kind: 'seal.sign',
      id,
      title: { zh: `签署卷宗第 ${number} 版封存`, en: `Sign version ${number} of the dossier` },
      note: { zh: `${ofCase.number} ${ofCase.name}`, en: `${ofCase.number} ${ofCase.name}` },
      at: proposedAt,
      dueAt: null,
      href: `/cases/${caseId}/dossier#seals`,
    })
  }
  return tasks
}
