import { type CaseId, newId, type SeatId, type TaskForceId } from '@lianban/kernel'
import { recordReaders } from '../../packages/hub/src/readers/table.ts'
import { taskForceSeats, taskForces } from '../../packages/hub/src/seats/table.ts'
import { handlerOf, type Joiner } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

type Kept = Pick<typeof recordReaders.$inferInsert, 'recordKind' | 'recordId'> & { readonly of: Joiner }

/** Some officers of the agency, to whom alone the record is kept. */
export async function drawReaders({ owner, lots, at }: Draw, { of, ...record }: Kept): Promise<void> {
  const readers = lots.some(of.officers)
  if (!readers.length) return
  const entered = { recordAt: at, agencyId: of.id, addedBy: handlerOf(of), addedAt: noon }
  await owner.insert(recordReaders).values(readers.map(({ id }) => ({ ...record, ...entered, officerId: id })))
}

/** A task force of the case with seats of agencies and of officers, some revoked, that ends before, at or after noon. */
export async function drawTaskForce(
  { owner, lots, joiners }: Draw,
  { caseId, lead }: { caseId: CaseId; lead: Joiner },
): Promise<void> {
  const id = newId<TaskForceId>()
  const earlier = new Date(noon.getTime() - 86_400_000)
  const state = lots.oneOf(['active', 'dissolved'] as const)
  const until = new Date(noon.getTime() + lots.oneOf([-1, 0, 1, 86_400_000]))
  await owner.insert(taskForces).values({
    id,
    name: '专案组',
    caseId,
    leadAgencyId: lead.id,
    formedBy: handlerOf(lead),
    formedAt: earlier,
    until,
    state,
  })
  const { beijing, baoan, police, procuratorate } = joiners
  const seated = lots.some([beijing, baoan, police, procuratorate]).map((joiner) => ({
    id: newId<SeatId>(),
    taskForceId: id,
    agencyId: joiner.id,
    officerId: lots.isDrawn(0.4) ? lots.oneOf(joiner.officers).id : null,
    state: lots.oneOf(['active', 'active', 'revoked'] as const),
    seatedBy: handlerOf(lead),
    seatedAt: earlier,
  }))
  if (seated.length) await owner.insert(taskForceSeats).values(seated)
}
