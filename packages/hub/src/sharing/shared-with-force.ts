import type { Tx } from '@lianban/db'
import type { Sentence } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { and, eq, inArray } from 'drizzle-orm'
import { agencyCards } from '../agencies/index.ts'
import { type Grant, grants, grantsWhere, isLive } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { orAbsent } from '../refused.ts'
import { activeSeats, type TaskForceRow } from '../seats/index.ts'
import { recordOf } from './grant-with-case.ts'
import { recordFacts } from './record.ts'
import { grantForSeat } from './seats.ts'

const takenBack: Sentence = {
  zh: '所属单位已收回，或授权已到期。',
  en: 'Its owner took this back, or it has run out.',
}

/** What was given to a task force, as far as the officer may read it, and which seats it does not reach, with the reason. */
export async function sharedWithForce(
  { tx, hub, officer, now }: { tx: Tx; hub: Hub; officer: Officer; now: Date },
  force: TaskForceRow,
) {
  const open = await grantsWhere(tx, and(eq(grants.taskForceId, force.id), inArray(grants.state, ['live', 'proposed'])))
  const byRecord = Map.groupBy(
    open.filter((grant) => grant.state === 'proposed' || isLive(grant, now)),
    (grant) => grant.recordId,
  )
  const shared = []
  for (const [first, ...others] of byRecord.values()) {
    const record = await recordOf(tx, first!).catch(orAbsent)
    if (!record || !hub.policy.allows(officer, 'read', record.kind, record.row)) continue
    const reached = new Set<Grant['granteeId']>([first!, ...others].map((grant) => grant.granteeId))
    const leftOut = []
    for (const seat of activeSeats(force).filter((one) => !reached.has(one.memberId))) {
      const terms = { ...first!, expiresAt: first!.expiresAt.toISOString() }
      const outcome = await grantForSeat(tx, record, terms, { force, seat, now, hub, officerId: first!.givenBy })
      leftOut.push({ seatId: seat.id, reason: 'leftOut' in outcome ? outcome.leftOut : takenBack })
    }
    const { kind, id, number, title, ownerAgencyId } = recordFacts(record)
    shared.push({
      record: { kind, id, number, title },
      owner: (await agencyCards(tx, [ownerAgencyId])).get(ownerAgencyId)!,
      purpose: first!.purpose,
      level: first!.level,
      state: first!.state,
      expiresAt: first!.expiresAt,
      seats: [first!, ...others].length,
      leftOut,
    })
  }
  return shared
}
