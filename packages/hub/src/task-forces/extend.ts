import { stale, TaskForceId } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { findTaskForce, isActive, saveTaskForce, taskForceOver, untilPast } from '../seats/index.ts'

/** The task force goes on for longer; what it was given ends when it was to end, unless its owner extends that. */
export const extendTaskForce = command({
  name: 'taskForce.extend',
  on: 'TaskForce',
  action: 'extend',
  input: z.object({ taskForceId: TaskForceId, expectedVersion: z.int().positive(), until: z.iso.datetime() }),
  about: ({ taskForceId }) => taskForceId,
  subject: ({ tx, input }) => findTaskForce(tx, input.taskForceId, { lock: true }),
  async run({ input, subject: force, tx, now }) {
    if (force.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: force.version })
    if (!isActive(force, now)) throw taskForceOver()
    const until = new Date(input.until)
    if (until <= force.until) throw untilPast()
    await saveTaskForce(tx, { ...force, until, version: force.version + 1 })
    return { version: force.version + 1 }
  },
})
