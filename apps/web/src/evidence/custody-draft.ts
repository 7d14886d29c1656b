import { instantOf, type Moment, momentOf } from './moment.ts'

/** What is said of every event of custody. */
export type CustodyDraft = {
  at: Moment
  place: string
  condition: string
  sealBefore: string
  sealAfter: string
  document: string
}

/** Now, with the seal that was on it last. */
export const blankCustody = (sealNumber: string, now: number = Date.now()): CustodyDraft => ({
  at: momentOf(now),
  place: '',
  condition: '',
  sealBefore: sealNumber,
  sealAfter: '',
  document: '',
})

/** In the form in which it is sent; nothing while time or place is missing. */
export function sentCustody(draft: CustodyDraft): (Omit<CustodyDraft, 'at'> & { at: string }) | undefined {
  const at = instantOf(draft.at)
  return at && draft.place.trim() !== '' ? { ...draft, at } : undefined
}
