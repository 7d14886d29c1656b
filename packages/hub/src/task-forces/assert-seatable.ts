import type { Tx } from '@lianban/db'
import { findAgency, postsOf } from '../agencies/index.ts'
import { memberUnknown, type Seat } from '../seats/index.ts'

/** A seat is for an agency of the register, or for a post that agreement partners show each other. */
export async function assertSeatable(tx: Tx, seat: Pick<Seat, 'agencyId' | 'officerId'>): Promise<void> {
  await findAgency(tx, { id: seat.agencyId })
  if (!seat.officerId) return
  const posts = await postsOf(tx, seat.agencyId)
  if (!posts.some((post) => post.id === seat.officerId)) throw memberUnknown()
}
