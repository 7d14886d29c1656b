import type { Tx } from '@lianban/db'
import { type AgencyId, OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { postsOf } from '../agencies/index.ts'
import { leaderNeeded, notOfAgency } from './refusals.ts'

/** 办案知悉范围: the officers of the own agency who alone may know of a record; left out, the whole agency may. */
export const RestrictedTo = z.array(OfficerId).min(1).max(60).optional()

/** Whom a record may be kept to: officers of the own agency, whoever records it, and a leader who answers for it. */
export async function readersNamed(
  tx: Tx,
  officer: { id: OfficerId; agencyId: AgencyId },
  named: readonly OfficerId[],
): Promise<OfficerId[]> {
  const posts = await postsOf(tx, officer.agencyId)
  const readers = [...new Set([officer.id, ...named])]
  const known = readers.map((id) => posts.find((post) => post.id === id))
  if (known.some((post) => !post)) throw notOfAgency()
  if (!known.some((post) => post?.roles.includes('leader'))) throw leaderNeeded()
  return readers
}
