import { agreementTasks } from '../agreements/index.ts'
import { alertTasks } from '../alerts/index.ts'
import { assistanceTasks } from '../assistances/index.ts'
import { clockTasks } from '../clock-board/index.ts'
import { mentionTasks } from '../comments/index.ts'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { emergencyTasks } from '../emergencies/index.ts'
import { evidenceTasks } from '../evidence/index.ts'
import { grantReviewTasks } from '../grant-reviews/index.ts'
import { handoffTasks, watchTasks } from '../handoffs/index.ts'
import { officerChangeTasks } from '../officers/index.ts'
import { proposalTasks } from '../proposals/index.ts'
import { consentTasks } from '../quotations/index.ts'
import { recallTasks } from '../recalls/index.ts'
import { requestTasks } from '../requests/index.ts'
import { ruleChangeTasks } from '../rule-versions/index.ts'
import { destructionTasks } from '../salt-destructions/index.ts'
import { sealTasks } from '../seals/index.ts'
import { grantTasks } from '../sharing/index.ts'
import { disputeTasks } from '../trail/index.ts'

/** Everything that can wait for an officer, one source a vertical. What no rule lets the officer do is not in it. */
const sources: readonly TaskSource[] = [
  handoffTasks,
  watchTasks,
  clockTasks,
  evidenceTasks,
  assistanceTasks,
  agreementTasks,
  officerChangeTasks,
  ruleChangeTasks,
  recallTasks,
  proposalTasks,
  consentTasks,
  mentionTasks,
  sealTasks,
  requestTasks,
  emergencyTasks,
  grantTasks,
  grantReviewTasks,
  alertTasks,
  disputeTasks,
  destructionTasks,
]

/** What waits for this officer: the nearest deadline first, then what has waited longest. */
export async function tasksOf(given: Parameters<TaskSource>[0]): Promise<DeskTask[]> {
  const found: DeskTask[] = []
  // One after another: they share the transaction's connection.
  for (const source of sources) found.push(...(await source(given)))
  const due = ({ dueAt }: DeskTask) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY
  return found.sort((a, b) => (due(a) === due(b) ? a.at.getTime() - b.at.getTime() : due(a) - due(b)))
}
