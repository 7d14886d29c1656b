import { clockOfUrgency, reckoned } from '@lianban/law'
import type { Assistance } from './assistance.ts'
import type { Given } from './given.ts'
import { findLetter } from './store.ts'

/** The end that the request would have if it were found complete now: what a desk ranks it by until it has a clock. */
export async function foreseenEnd(
  { tx, now, hub: { law } }: Pick<Given, 'tx' | 'now' | 'hub'>,
  request: Assistance,
): Promise<Date> {
  const { rule, variant, longer } = clockOfUrgency(law, request.urgency)
  const { days } = await findLetter(tx, request)
  const { target } = reckoned(law.calendar, {
    ...{ id: request.id, about: request.id, rule, variant, region: undefined, openedAt: now, startAt: now },
    extensions: longer && days && days > 1 ? [{ on: longer, amount: days - 1 }] : [],
    ...{ pauses: [], restarts: 0, nth: 1, isAllowed: true, closedAt: null, earlier: [] },
  })
  return target?.dueAt ?? now
}
