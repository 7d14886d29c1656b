import type { AgencyId, ClueId, ConsentId, OfficerId, QuotationId, SectionId } from '@lianban/kernel'
import type { ClueRow } from '../clues/index.ts'

/** What of a clue a dossier may quote: words of its title or content, or the list of its goods. */
export const quotableParts = ['title', 'content', 'goods'] as const
export type QuotablePart = (typeof quotableParts)[number]

/** Something taken from a clue into a section, as it was at that moment. The section holds its id and digest alone. */
export type Quotation = {
  readonly id: QuotationId
  readonly clueId: ClueId
  readonly sectionId: SectionId
  readonly part: QuotablePart
  readonly words: string
  readonly digest: string
  readonly clueVersion: number
  readonly quotedBy: OfficerId
  readonly quotedAgencyId: AgencyId
  readonly quotedAt: Date
}

/** Who quotes and who is asked agree on what the words are: the goods of a clue are quoted as they are listed. */
export const sourceOf = (clue: ClueRow, part: QuotablePart): string =>
  part === 'goods' ? JSON.stringify(clue.goods) : clue[part]

export type ConsentState = 'waiting' | 'given' | 'refused'
export type Consent = { readonly id: ConsentId; readonly state: ConsentState; readonly askedAt: Date }
