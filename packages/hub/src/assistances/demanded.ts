import { AgencyId } from '@lianban/kernel'
import { type AssistanceMove, clockOfUrgency } from '@lianban/law'
import { officerCards } from '../agencies/index.ts'
import { commonSuperior } from '../handoffs/index.ts'
import type { Receipt } from './assistance.ts'
import type { Given } from './given.ts'
import { refusals } from './refusals.ts'

/** What the step asks for, as far as it was given; a step that lacks something is not taken. */
export async function demanded(given: Given, move: AssistanceMove, receipts: readonly Receipt[]) {
  const { input, subject, tx, hub } = given
  const { law } = hub
  const asks = (what: AssistanceMove['asks'][number]) => move.asks.includes(what)
  const lacks = [
    asks('note') && !input.note,
    asks('missing') && !input.missing.length,
    asks('papers') && !input.papers.length,
    asks('unit') && !input.unit,
    asks('officer') && !input.officerId,
    asks('amount') && !input.amount,
    asks('ground') && !(input.ground && Object.hasOwn(law.assistance.grounds, input.ground)),
  ]
  if (lacks.includes(true)) throw refusals.incomplete()
  if (asks('missing') && input.missing.some((id) => !Object.hasOwn(law.assistance.papers, id)))
    throw refusals.paperUnknown()
  if (asks('papers'))
    assertSupplied(input.papers, receipts.findLast(({ missing }) => missing.length > 0)?.missing ?? [])
  if (asks('officer')) await assertOurs(given)
  if (asks('amount')) {
    const most = clockOfUrgency(law, subject.urgency).mostMore?.amount ?? 0
    if (input.amount! > most) throw refusals.moreThanOpen(most)
  }
  const superior =
    move.to === 'disputed' ? await commonSuperior(tx, subject.fromAgencyId, subject.toAgencyId) : undefined
  if (move.to === 'disputed' && !superior) throw refusals.noCommonSuperior()
  return {
    note: input.note,
    missing: asks('missing') ? input.missing : [],
    papers: asks('papers') ? input.papers : [],
    items: asks('items') ? input.items : [],
    ground: asks('ground') ? input.ground! : null,
    amount: asks('amount') ? input.amount! : null,
    unit: asks('unit') ? input.unit : '',
    namedOfficerId: asks('officer') ? input.officerId! : null,
    ...(superior && { overseer: AgencyId.parse(superior) }),
  }
}

/** Exactly what was missing is supplied: all of it, and nothing that nobody asked for. */
function assertSupplied(papers: readonly { readonly paper: string }[], missing: readonly string[]): void {
  if (papers.some(({ paper }) => !missing.includes(paper))) throw refusals.paperUnknown()
  if (missing.some((id) => !papers.some(({ paper }) => paper === id))) throw refusals.incomplete()
}

async function assertOurs({ input, officer, tx }: Given): Promise<void> {
  const named = (await officerCards(tx, [input.officerId!])).get(input.officerId!)
  if (named?.agency.id !== officer.agencyId) throw refusals.notOurOfficer()
}
