import { canonicalJson } from '@lianban/kernel'
import { formatDate } from '../app/format.ts'

const levels = ['view', 'comment', 'contribute', 'co_handle'] as const
export type Level = (typeof levels)[number]

export type AgreementChoice = {
  readonly id: string
  readonly purposes: readonly string[]
  readonly maxLevel: Level
  readonly allowsOnward: boolean
  readonly validUntil: string
  readonly legalBasis: string
  readonly blocked: { readonly zh: string; readonly en: string } | null
}

export type ShareDraft = {
  readonly agencyId: string
  readonly agreementId: string
  readonly level: Level
  readonly purpose: string
  readonly legalBasis: string
  readonly withheldFields: readonly string[]
  readonly allowsOnward: boolean
  readonly expiresOn: string
}

export type ShareProblem = 'required' | 'aboveCeiling' | 'blocked' | 'past' | 'afterAgreement' | 'notAllowed'

export const blankShare: ShareDraft = {
  agencyId: '',
  agreementId: '',
  level: 'view',
  purpose: '',
  legalBasis: '',
  withheldFields: [],
  allowsOnward: false,
  expiresOn: '',
}

/** The levels an agreement allows, lowest first: it sets the ceiling. */
export const levelsWithin = (maxLevel: Level): Level[] => levels.slice(0, levels.indexOf(maxLevel) + 1)

/** Choosing an agreement pulls every choice above its ceiling down to it. */
export function underAgreement(draft: ShareDraft, agreement: AgreementChoice): ShareDraft {
  const open = levelsWithin(agreement.maxLevel)
  const end = formatDate(agreement.validUntil)
  return {
    ...draft,
    agreementId: agreement.id,
    level: open.includes(draft.level) ? draft.level : agreement.maxLevel,
    legalBasis: draft.legalBasis.trim() === '' ? agreement.legalBasis : draft.legalBasis,
    purpose: agreement.purposes.includes(draft.purpose) ? draft.purpose : (agreement.purposes[0] ?? ''),
    allowsOnward: draft.allowsOnward && agreement.allowsOnward,
    expiresOn: draft.expiresOn !== '' && draft.expiresOn > end ? end : draft.expiresOn,
  }
}

export function shareProblems(
  draft: ShareDraft,
  agreement: AgreementChoice | undefined,
  today: string,
): Partial<Record<keyof ShareDraft, ShareProblem>> {
  const found: Partial<Record<keyof ShareDraft, ShareProblem>> = {}
  for (const field of ['agencyId', 'agreementId', 'purpose', 'legalBasis', 'expiresOn'] as const)
    if (draft[field].trim() === '') found[field] = 'required'
  if (found.expiresOn === undefined && draft.expiresOn < today) found.expiresOn = 'past'
  if (!agreement) return found
  if (agreement.blocked) found.agreementId = 'blocked'
  if (!levelsWithin(agreement.maxLevel).includes(draft.level)) found.level = 'aboveCeiling'
  if (draft.allowsOnward && !agreement.allowsOnward) found.allowsOnward = 'notAllowed'
  if (found.expiresOn === undefined && draft.expiresOn > formatDate(agreement.validUntil))
    found.expiresOn = 'afterAgreement'
  return found
}

type SharedRecord = { readonly kind: 'Case' | 'Clue'; readonly id: string }

/** What is asked of the hub. The last day counts in full in Beijing, but never past the agreement. */
export function grantInput(record: SharedRecord, draft: ShareDraft, agreementUntil: string) {
  const endOfDay = new Date(`${draft.expiresOn}T23:59:59+08:00`)
  const ceiling = new Date(agreementUntil)
  return {
    record,
    granteeAgencyId: draft.agencyId,
    level: draft.level,
    withheldFields: draft.withheldFields.toSorted(),
    purpose: draft.purpose,
    legalBasis: draft.legalBasis.trim(),
    agreementId: draft.agreementId,
    allowsOnward: draft.allowsOnward,
    expiresAt: (endOfDay > ceiling ? ceiling : endOfDay).toISOString(),
  }
}
export type GrantInput = ReturnType<typeof grantInput>

/** Confirming is open only for exactly the input the officer read about. */
export const previewCovers = (previewed: GrantInput | undefined, current: GrantInput): boolean =>
  previewed !== undefined && canonicalJson(previewed) === canonicalJson(current)
