import { type AccessRequestId, newId } from '@lianban/kernel'
import { accessRequests, requestTargets } from '../../packages/hub/src/requests/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

const beside = (ms: number): Date => new Date(noon.getTime() + ms)
const states = ['waiting', 'waiting', 'granted', 'declined', 'withdrawn'] as const

/** Requests by officers of every role, in every state, that reached one of the others or nobody. */
export async function drawRequests({ owner, lots, joiners }: Draw): Promise<void> {
  const { beijing, shunyi, police, procuratorate } = joiners
  for (const asking of [beijing, shunyi, police, procuratorate])
    for (const officer of asking.officers) {
      const id = newId<AccessRequestId>()
      const state = lots.oneOf(states)
      const others = [beijing, shunyi, police].filter((one) => one !== asking)
      await owner.insert(accessRequests).values({
        id,
        officerId: officer.id,
        agencyId: asking.id,
        recordKind: 'Case',
        recordId: newId(),
        level: 'view',
        until: beside(1),
        purpose: '目的',
        legalBasis: '依据',
        reason: '理由',
        askedAt: beside(-2),
        lapsesAt: lots.oneOf([beside(-1), beside(0), beside(1), beside(1)]),
        state,
        ...(state !== 'waiting' && { decidedAt: noon, decidedBy: handlerOf(asking) }),
      })
      if (lots.isDrawn(0.8))
        await owner.insert(requestTargets).values({
          requestId: id,
          recordKind: 'Case',
          recordId: newId(),
          ownerAgencyId: lots.oneOf(others).id,
        })
    }
}
