import { SeatId, stale, TaskForceId } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { activeSeats, findTaskForce, saveSeat, saveTaskForce, seatUnknown } from '../seats/index.ts'
import { closeForSeats } from '../sharing/index.ts'

/** A seat is taken back: everything that came through it closes at once. */
export const revokeSeat = command({
  name: 'taskForce.revokeSeat',
  on: 'TaskForce',
  action: 'revokeSeat',
  input: z.object({
    taskForceId: TaskForceId,
    expectedVersion: z.int().positive(),
    seatId: SeatId,
    reason: line(500),
  }),
  about: ({ taskForceId }) => taskForceId,
  subject: ({ tx, input }) => findTaskForce(tx, input.taskForceId, { lock: true }),
  async run({ input, subject: force, officer, tx, now, hub: { measures } }) {
    if (force.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: force.version })
    const seat = activeSeats(force).find((one) => one.id === input.seatId)
    if (!seat) throw seatUnknown()
    const { reason } = input
    await saveSeat(tx, { ...seat, state: 'revoked', revokedBy: officer.id, revokedAt: now, revokeReason: reason })
    await saveTaskForce(tx, { ...force, version: force.version + 1 })
    await tellAccessChanged(tx, { kind: 'TaskForce', id: force.id })
    const closed = await closeForSeats(tx, force, [seat], { officerId: officer.id, at: now, reason, measures })
    return { closed }
  },
  facts: ({ subject, input }) => ({ agency: subject.seats.find((seat) => seat.id === input.seatId)?.agencyId ?? '' }),
})
