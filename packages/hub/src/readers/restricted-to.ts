import type { Tx } from '@lianban/db'
import { type AgencyId, OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { postsOf } from '../agencies/index.ts'
import { isAnswered, type ReaderMeasures } from '../measures/index.ts'
import { answerNeeded, notOfAgency } from './refusals.ts'

/** 办案知悉范围: the officers of the own agency who alone may know of a record; left out, the whole agency may. */
export const RestrictedTo = z.array(OfficerId).min(1).max(60).optional()

/** Whom a record may be kept to: officers of the own agency, whoever records it, and somebody who answers for it. */
export async function readersNamed(
  tx: Tx,
  officer: { id: OfficerId; agencyId: AgencyId },
  named: readonly OfficerId[],
  measures: ReaderMeasures,
): Promise<OfficerId[]> {
  const posts = await postsOf(tx, officer.agencyId)
  const readers = [...new Set([officer.id, ...named])]
  const known = readers.flatMap((id) => posts.find((post) => post.id === id) ?? [])
  if (known.length < readers.length) throw notOfAgency()
  const held = known.map(({ roles }) => roles)
  if (!isAnswered(measures, held)) throw answerNeeded(measures)
  return readers
}
