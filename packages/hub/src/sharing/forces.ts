import type { Tx } from '@lianban/db'
import type { TaskForceId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { and, inArray } from 'drizzle-orm'
import type { Grant } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { taskForces, taskForcesWhere } from '../seats/index.ts'

/** What the task forces are called that these grants came through, as far as the officer may know of them. */
export async function namesOfForces(
  { tx, hub, officer }: { tx: Tx; hub: Hub; officer: Officer },
  grants: readonly Grant[],
): Promise<ReadonlyMap<TaskForceId, string>> {
  const ids = grants.flatMap(({ taskForceId }) => taskForceId ?? [])
  if (!ids.length) return new Map()
  const known = and(hub.policy.filter(officer, 'read', 'TaskForce'), inArray(taskForces.id, ids))
  return new Map((await taskForcesWhere(tx, known)).map(({ id, name }) => [id, name]))
}
