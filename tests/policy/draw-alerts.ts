import { type AlertId, newId } from '@lianban/kernel'
import { alertAnswers, alerts } from '../../packages/hub/src/alerts/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** Alerts about officers of every role, told to their own agency and to others; some are answered. */
export async function drawAlerts({ owner, lots, joiners }: Draw): Promise<void> {
  const { beijing, shunyi, police } = joiners
  for (const about of [beijing, police])
    for (const { id: officerId } of about.officers)
      for (const told of [about, ...lots.some([beijing, shunyi].filter((one) => one !== about))]) {
        const id = newId<AlertId>()
        await owner.insert(alerts).values({
          id,
          rule: 'WATCH-DENIALS',
          toldAgencyId: told.id,
          toldAs: told === about ? 'own' : 'owner',
          officerId,
          agencyId: about.id,
          times: 12,
          records: 3,
          firstAt: noon,
          lastAt: noon,
          raisedAt: noon,
          raisedOn: '2025-05-21',
        })
        const answer = { alertId: id, verdict: 'explained' as const, note: '说明', answeredBy: handlerOf(told) }
        if (lots.isDrawn(0.5)) await owner.insert(alertAnswers).values({ ...answer, answeredAt: noon })
      }
}
