import type { Tx } from '@lianban/db'
import { type CaseId, stale } from '@lianban/kernel'
import { asc, eq } from 'drizzle-orm'
import { unlessTaken } from '../unless-taken.ts'
import type { Closing } from './closing.ts'
import { closings } from './table.ts'

/** In the order in which they were made. */
export const closingsOf = (tx: Tx, caseId: CaseId): Promise<Closing[]> =>
  tx.select().from(closings).where(eq(closings.caseId, caseId)).orderBy(asc(closings.nth))

export const insertClosing = (tx: Tx, closing: Closing): Promise<unknown> =>
  unlessTaken(
    'case_closings_pkey',
    () => stale({ expected: closing.nth - 1, found: closing.nth }),
    tx.insert(closings).values(closing),
  )
