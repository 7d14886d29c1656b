import type { HandoffId } from '@lianban/kernel'
import { kindOfHandoff } from '@lianban/law'
import { type Happening, happened, type Matter } from '../clocks/index.ts'
import type { Given } from './given.ts'
import type { HandoffRow, Receipt } from './handoff.ts'

type Telling = Pick<Given, 'tx' | 'now' | 'hub' | 'officer'>
type Told = HandoffRow & { readonly id: HandoffId }

/** Tells the law's clocks of a move, for the handoff that it was made on. */
export async function tellClocks(
  given: Telling,
  handoff: Told,
  codes: readonly string[],
  at: Date = given.now,
): Promise<void> {
  const matter = { kind: 'Handoff', id: handoff.id, record: recordAs(handoff) } as const
  for (const code of codes) await happened(given, { code, at, matter, parties: partiesOf(given, handoff) })
}

/** The same for the case or the clue itself, whose own time the handoff may stop or start. */
export async function tellRecord(given: Telling, handoff: Told, codes: readonly string[]): Promise<void> {
  const [matter, parties] = [recordAs(handoff), partiesOf(given, handoff)]
  for (const code of codes) await happened(given, { code, at: given.now, matter, parties })
}

/** Since when the receiver has had the package: it accepted it, or signed for it, or it was sent. */
export function hadSince(receipts: readonly Receipt[]): Date | undefined {
  for (const rungs of [['accepted', 'accepted_in_part'], ['signed_for'], ['dispatched', 'forwarded']]) {
    const found = receipts.findLast(({ rung }) => rungs.includes(rung))
    if (found) return found.givenAt
  }
  return undefined
}

type RecordMatter = Exclude<Matter, { readonly kind: 'Handoff' | 'Assistance' }>

const recordAs = ({ caseId, clueId }: HandoffRow): RecordMatter =>
  caseId ? { kind: 'Case', id: caseId } : { kind: 'Clue', id: clueId! }

function partiesOf({ hub }: Telling, handoff: HandoffRow): Happening['parties'] {
  const { fromAgencyId: sender, toAgencyId: receiver, overseerAgencyId } = handoff
  const { parties } = kindOfHandoff(hub.law, handoff.kind)
  const sides = { sender, receiver, overseer: overseerAgencyId ?? undefined }
  return {
    agency: sides[parties.agency],
    police: sides[parties.police],
    procuratorate: sides[parties.procuratorate],
  }
}
