import { AgencyId, newId, OfficerId, type SeatId, stale, TaskForceId } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { findTaskForce, insertSeat, isActive, newSeat, saveTaskForce, taskForceOver } from '../seats/index.ts'
import { openForSeat } from '../sharing/index.ts'
import { assertSeatable } from './assert-seatable.ts'

/** A new seat: what the task force was given opens for it too, where its agency's agreement carries it. */
export const giveSeat = command({
  name: 'taskForce.seat',
  on: 'TaskForce',
  action: 'seat',
  input: z.object({
    taskForceId: TaskForceId,
    expectedVersion: z.int().positive(),
    agencyId: AgencyId,
    officerId: OfficerId.optional(),
  }),
  about: ({ taskForceId }) => taskForceId,
  subject: ({ tx, input }) => findTaskForce(tx, input.taskForceId, { lock: true }),
  async run({ input, subject: force, officer, tx, now, hub }) {
    if (force.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: force.version })
    if (!isActive(force, now)) throw taskForceOver()
    const { agencyId, officerId } = input
    const at = { id: newId<SeatId>(), taskForceId: force.id, agencyId, seatedBy: officer.id, seatedAt: now }
    const seat = newSeat(at, officerId)
    await assertSeatable(tx, seat)
    await insertSeat(tx, seat)
    await saveTaskForce(tx, { ...force, version: force.version + 1 })
    const opened = await openForSeat(tx, force, seat, { now, hub })
    const carried = opened.filter(({ outcome }) => 'grant' in outcome).length
    return { seatId: seat.id, opened: carried, leftOut: opened.length - carried }
  },
  facts: ({ input }) => ({ agency: input.agencyId }),
})
