import { AgencyId, CaseId, newId, OfficerId, type SeatId, type TaskForceId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { type Circle, circlesOf } from '../circles/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { insertTaskForce, newSeat, type TaskForceRow, untilPast } from '../seats/index.ts'
import { assertSeatable } from './assert-seatable.ts'

const SeatFields = z.strictObject({ agencyId: AgencyId, officerId: OfficerId.optional() })

/** An agency forms a task force and leads it: for a case that it may share, or for a purpose of its own, until a day. */
export const formTaskForce = command({
  name: 'taskForce.form',
  on: 'TaskForce',
  action: 'form',
  input: z.object({
    name: line(60),
    caseId: CaseId.optional(),
    until: z.iso.datetime(),
    seats: z.array(SeatFields).min(1).max(60),
  }),
  subject: async ({ input, officer, tx, now, hub }): Promise<TaskForceRow> => {
    if (input.caseId) hub.policy.decide(officer, 'share', 'Case', await findCase(tx, input.caseId))
    const id = newId<TaskForceId>()
    const at = { taskForceId: id, seatedBy: officer.id, seatedAt: now }
    const all: Circle = [{ memberId: officer.agencyId }]
    return {
      id,
      name: input.name,
      caseId: input.caseId,
      leadAgencyId: officer.agencyId,
      formedBy: officer.id,
      formedAt: now,
      until: new Date(input.until),
      state: 'active',
      dissolvedBy: null,
      dissolvedAt: null,
      dissolveReason: null,
      version: 1,
      circle: input.caseId ? (await circlesOf(tx, [input.caseId])).get(input.caseId)! : all,
      seats: input.seats.map(({ agencyId, officerId }) => newSeat({ ...at, id: newId<SeatId>(), agencyId }, officerId)),
    }
  },
  async run({ subject, tx, now }) {
    if (subject.until <= now) throw untilPast()
    for (const seat of subject.seats) await assertSeatable(tx, seat)
    await insertTaskForce(tx, subject)
    return { taskForceId: subject.id }
  },
  facts: ({ subject }) => ({ seats: subject.seats.length }),
})
