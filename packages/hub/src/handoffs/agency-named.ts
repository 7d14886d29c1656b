import type { AgencyId } from '@lianban/kernel'
import { basisOfHandoff, type HandoffMove, kindOfHandoff } from '@lianban/law'
import { findAgency } from '../agencies/index.ts'
import type { Given } from './given.ts'
import { overseerOf } from './overseers.ts'
import { refusals } from './refusals.ts'

/** The agency that the step names: another receiver, or whoever is asked to oversee or to decide. */
export async function agencyNamed({ input, subject, tx, hub }: Given, move: HandoffMove): Promise<AgencyId | null> {
  if (!move.asks.includes('agency')) return null
  const kind = kindOfHandoff(hub.law, subject.kind)
  const asked = input.namedAgencyId
  if (move.rung !== 'forwarded')
    return overseerOf(tx, subject, { asked, decidedBy: move.afterReturns > 0 ? kind.decidedBy : 'procuratorate' })
  const to = asked && (await findAgency(tx, { id: asked }))
  const isRight = to && kind.to.some((each) => each === to.kind)
  if (!isRight || to.id === subject.fromAgencyId || to.id === subject.toAgencyId)
    throw refusals.wrongReceiver(kind.words, basisOfHandoff(hub.law, subject.kind))
  return to.id
}
