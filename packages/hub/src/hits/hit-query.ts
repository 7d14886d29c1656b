import type { AgencyId, ClueId, HitQueryId, IdentifierKind, OfficerId } from '@lianban/kernel'
import type { HandlingCode, Label } from '../classification.ts'
import type { Clue } from '../clues/index.ts'

/** An officer asks whether a number is known elsewhere; the number itself is kept nowhere. */
export type HitQuery = {
  readonly id: HitQueryId
  readonly officerId: OfficerId
  readonly agencyId: AgencyId
  readonly identifierKind: IdentifierKind
  readonly keyId: string
  readonly digestPrefix: string
  readonly purpose: string
  readonly reason: string
  readonly askedAt: Date
}

/** A question with what the rules ask about it: whose records it was about, as far as the reader may know. */
export type HitQueryRow = HitQuery & { readonly matches: readonly { readonly ownerAgencyId: AgencyId }[] }

/** What the rules are asked about a record that the officer may not read: nothing that says what it is about. */
export type Hit = {
  readonly id: ClueId
  readonly ownerAgencyId: AgencyId
  readonly label: Label
  readonly handlingCode: HandlingCode
  readonly state: Clue['state']
  readonly isRestricted: boolean
}
