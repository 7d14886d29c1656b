import { eq } from 'drizzle-orm'
import { agencyCards } from '../agencies/index.ts'
import { contentOf } from '../corrections/index.ts'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { recordFacts, recordsOf } from '../sharing/index.ts'
import { isStale } from './proposal.ts'
import { proposalsWhere } from './store.ts'
import { proposals } from './table.ts'

/** Proposals that the owner has to decide, and those whose proposer has to look again since the record moved on. */
export const proposalTasks: TaskSource = async ({ officer, tx, hub: { policy } }) => {
  const open = await proposalsWhere(tx, policy.filter(officer, 'read', 'Proposal'), eq(proposals.state, 'open'))
  const agencies = await agencyCards(
    tx,
    open.map((row) => row.agencyId),
  )
  const records = await recordsOf(tx, open)
  const tasks: DeskTask[] = []
  for (const row of open) {
    const decides = policy.allows(officer, 'accept', 'Proposal', row)
    const upholds = policy.allows(officer, 'rebase', 'Proposal', row)
    if (!decides && !upholds) continue
    const record = records.get(row.recordId)
    if (!record) continue
    if (!decides && !isStale(row, contentOf(record.kind, record.row))) continue
    const { number, title } = recordFacts(record)
    const { shortZh, shortEn } = agencies.get(row.agencyId)!
    tasks.push({
      kind: decides ? 'proposal.decide' : 'proposal.rebase',
      id: row.id,
      title: decides
        ? { zh: `审定修改建议：${title}`, en: `Decide on a proposed change: ${title}` }
        : { zh: `重新确认修改建议：${title}`, en: `Look again at your proposed change: ${title}` },
      note: { zh: `${number} · ${shortZh} 提出`, en: `${number} · proposed by ${shortEn}` },
      at: row.proposedAt,
      dueAt: null,
      href: record.kind === 'Clue' ? `/clues/${record.id}` : `/cases/${record.id}`,
    })
  }
  return tasks
}
