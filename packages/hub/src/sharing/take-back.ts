import type { Tx } from '@lianban/db'
import type { OfficerId } from '@lianban/kernel'
import { tellAccessChanged } from '../access-changed.ts'
import { stopCarrying } from '../clues/index.ts'
import { closeGrant, type Grant } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { agenciesCutOff, recipientsOfRecall, tellRecipients } from '../recalls/index.ts'
import { recordFacts, type SharedRecord } from './record.ts'

/**
 * Takes grants on one record back, and all that was passed on with them, also with the cases of those who lose it: open
 * connections that stood on them are closed, and whoever loses something has to acknowledge it. The record is as it was read before.
 */
export async function takeBack(
  tx: Tx,
  record: SharedRecord,
  closing: readonly Grant[],
  by: { readonly officerId: OfficerId; readonly at: Date; readonly reason: string; readonly measures: Hub['measures'] },
): Promise<void> {
  const { officerId, at, reason } = by
  for (const grant of closing) await closeGrant(tx, grant, { officerId, at, reason })
  const lost = closing.flatMap((grant) => [grant, ...passedOnFrom(record.row.grants, grant)])
  if ('caseGrants' in record.row) await stopCarrying(tx, record.row, agenciesCutOff(record.row, lost, at))
  await tellAccessChanged(tx, record)
  await tellRecipients(tx, recipientsOfRecall(record.row, lost, at), {
    kind: 'recall',
    record: recordFacts(record),
    reason,
    by: officerId,
    now: at,
    periods: by.measures.periods,
  })
}

/** Everything that was passed on from a grant, directly or not. */
const passedOnFrom = (all: readonly Grant[], { id }: Grant): Grant[] =>
  all.filter((grant) => grant.parentGrantId === id).flatMap((child) => [child, ...passedOnFrom(all, child)])
