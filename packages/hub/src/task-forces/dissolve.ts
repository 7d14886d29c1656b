import { stale, TaskForceId } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { activeSeats, findTaskForce, saveSeat, saveTaskForce, taskForceOver } from '../seats/index.ts'
import { closeForSeats } from '../sharing/index.ts'

/** The task force ends: every seat is taken back, and everything that came through it closes. */
export const dissolveTaskForce = command({
  name: 'taskForce.dissolve',
  on: 'TaskForce',
  action: 'dissolve',
  input: z.object({ taskForceId: TaskForceId, expectedVersion: z.int().positive(), reason: line(500) }),
  about: ({ taskForceId }) => taskForceId,
  subject: ({ tx, input }) => findTaskForce(tx, input.taskForceId, { lock: true }),
  async run({ input, subject: force, officer, tx, now, hub: { measures } }) {
    if (force.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: force.version })
    if (force.state === 'dissolved') throw taskForceOver()
    const { reason } = input
    const over = { revokedBy: officer.id, revokedAt: now, revokeReason: reason, state: 'revoked' as const }
    const seats = activeSeats(force)
    for (const seat of seats) await saveSeat(tx, { ...seat, ...over })
    const end = { state: 'dissolved' as const, dissolvedBy: officer.id, dissolvedAt: now, dissolveReason: reason }
    await saveTaskForce(tx, { ...force, ...end, version: force.version + 1 })
    await tellAccessChanged(tx, { kind: 'TaskForce', id: force.id })
    return { closed: await closeForSeats(tx, force, seats, { officerId: officer.id, at: now, reason, measures }) }
  },
  facts: ({ subject }) => ({ seats: subject.seats.filter((seat) => seat.state === 'active').length }),
})
