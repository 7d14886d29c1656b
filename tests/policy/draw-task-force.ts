import { type CaseId, newId, type TaskForceId } from '@lianban/kernel'
import { taskForceSeats, taskForces } from '../../packages/hub/src/task-forces/table.ts'
import { handlerOf, type Joiner } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** A task force on a case, active or dissolved, with seats that stand or were revoked, some of them for one officer. */
export async function drawTaskForce(
  { owner, lots, joiners }: Draw,
  { caseId, lead }: { caseId: CaseId; lead: Joiner },
): Promise<void> {
  const id = newId<TaskForceId>()
  const by = handlerOf(lead)
  const isOver = lots.isDrawn(0.3)
  await owner.insert(taskForces).values({
    id,
    name: '专案组',
    caseId,
    leadAgencyId: lead.id,
    formedBy: by,
    formedAt: new Date(noon.getTime() - 86_400_000),
    until: new Date(noon.getTime() + lots.oneOf([-1, 0, 1, 86_400_000])),
    ...(isOver
      ? { state: 'dissolved', dissolvedBy: by, dissolvedAt: noon, dissolveReason: '结案' }
      : { state: 'active' }),
  })
  for (const joiner of lots.some([joiners.beijing, joiners.police, joiners.baoan])) {
    const isRevoked = lots.isDrawn(0.4)
    await owner.insert(taskForceSeats).values({
      id: newId(),
      taskForceId: id,
      agencyId: joiner.id,
      officerId: lots.isDrawn(0.3) ? handlerOf(joiner) : null,
      seatedBy: by,
      seatedAt: noon,
      ...(isRevoked ? { state: 'revoked', revokedBy: by, revokedAt: noon, revokeReason: '调整' } : { state: 'active' }),
    })
  }
}
