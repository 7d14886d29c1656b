export type PrepareDraft = {
  toAgencyId: string
  number: string
  legalBasis: string
  purpose: string
  note: string
}

export const blankPrepare: PrepareDraft = { toAgencyId: '', number: '', legalBasis: '', purpose: '', note: '' }

/** Everything but the note is part of the letter and must be there. */
export const missingIn = (draft: PrepareDraft): (keyof PrepareDraft)[] =>
  (['toAgencyId', 'number', 'legalBasis', 'purpose'] as const).filter((field) => draft[field].trim() === '')

type Agency = { readonly id: string; readonly kind: string }

/** Whom a case may be handed to: those who investigate crimes, and never oneself. */
export const receivers = <A extends Agency>(agencies: readonly A[], mine: string): A[] =>
  agencies.filter((agency) => agency.id !== mine && ['police', 'customs'].includes(agency.kind))
