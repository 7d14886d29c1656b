import { type AssistanceMove, clockOfUrgency } from '@lianban/law'
import { happened } from '../clocks/index.ts'
import type { AssistanceRow, Receipt } from './assistance.ts'
import type { Given } from './given.ts'
import { findLetter } from './store.ts'

type Told = { readonly tick: NonNullable<AssistanceMove['clock']>; readonly receipts: readonly Receipt[] }

/** Tells the clock of the request what the step was to it. It starts when the request is complete, not when it is sent. */
export async function tellClock(given: Given, request: AssistanceRow, { tick, receipts }: Told): Promise<void> {
  const { tx, now, hub } = given
  const { rule, variant, longer } = clockOfUrgency(hub.law, request.urgency)
  const { fromAgencyId, toAgencyId, caseId, id } = request
  const isOfPolice = rule.liable === 'police'
  const parties = {
    agency: isOfPolice ? fromAgencyId : toAgencyId,
    police: isOfPolice ? toAgencyId : fromAgencyId,
  }
  const tell = (code: string, amount?: number) =>
    happened(given, {
      ...{ code, at: now, parties, amount },
      matter: { kind: 'Assistance', id, record: { kind: 'Case', id: caseId } },
      variant: code === rule.opens[0] ? variant : undefined,
    })
  if (tick === 'closes') return tell(rule.closes[0]!)
  if (tick === 'pauses') return tell('assistance.clarification_asked')
  if (tick === 'resumes') return tell('assistance.clarified')
  if (tick === 'extends')
    return tell('assistance.extended', receipts.findLast(({ amount }) => amount)?.amount ?? undefined)
  await tell(rule.opens[0]!)
  const { days } = await findLetter(tx, request)
  if (longer && days && days > 1) await tell(longer, days - 1)
}
