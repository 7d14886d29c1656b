import type { ClueId } from '@lianban/kernel'
import { type AgencyCard, agencyCards } from '../agencies/index.ts'
import type { HandlingCode } from '../classification.ts'
import { cluesByIds, type Goods, hiddenInClue } from '../clues/index.ts'
import { type QuotablePart, quotationsByIds, sourceOf } from '../quotations/index.ts'
import type { Reader } from './reader.ts'

type From = {
  readonly state: 'shown'
  readonly recordId: string
  readonly clue: { readonly id: ClueId; readonly number: string; readonly title: string }
  readonly ownerAgency: AgencyCard
  readonly handlingCode: HandlingCode
  readonly digest: string
  readonly quotedAt: Date
  /** Whether the clue still says so; the dossier keeps what was quoted. */
  readonly isCurrent: boolean
}
export type ShownOfClue =
  | (From & { readonly kind: 'goods'; readonly goods: readonly Goods[] })
  | (From & { readonly kind: 'quotation'; readonly part: QuotablePart; readonly words: string })

/** Quotations and goods, as far as their clue is open to the reader and nothing withholds the quoted part. */
export async function shownOfClues({ hub, tx, officer, now }: Reader, ids: readonly string[]) {
  const quotations = await quotationsByIds(tx, ids)
  const clues = await cluesByIds(
    tx,
    quotations.map(({ clueId }) => clueId),
  )
  const agencies = await agencyCards(
    tx,
    [...clues.values()].map(({ ownerAgencyId }) => ownerAgencyId),
  )
  return quotations.flatMap((quotation): ShownOfClue[] => {
    const clue = clues.get(quotation.clueId)
    if (!clue || !hub.policy.allows(officer, 'read', 'Clue', clue)) return []
    const { id, part, words, digest, quotedAt } = quotation
    if (hiddenInClue({ hub, officer, now }, clue).includes(part)) return []
    const from = {
      state: 'shown' as const,
      recordId: id as string,
      clue: { id: clue.id, number: clue.number, title: clue.title },
      ownerAgency: agencies.get(clue.ownerAgencyId)!,
      handlingCode: clue.handlingCode,
      digest,
      quotedAt,
      isCurrent: sourceOf(clue, part).includes(words),
    }
    return part === 'goods'
      ? [{ kind: 'goods' as const, goods: clue.goods, ...from }]
      : [{ kind: 'quotation' as const, part, words, ...from }]
  })
}
