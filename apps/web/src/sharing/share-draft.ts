import { canonicalJson } from '@lianban/kernel'
import { formatDate } from '../app/format.ts'

const levels = ['view', 'comment', 'contribute', 'co_handle'] as const
export type Level = (typeof levels)[number]

type Sentence = { readonly zh: string; readonly en: string }

/** How far a share may go: an agreement sets it, or what the seats of a task force may be given between them. */
export type Ceiling = {
  readonly id: string
  readonly purposes: readonly string[]
  readonly maxLevel: Level
  readonly allowsOnward: boolean
  readonly validUntil: string
  readonly legalBasis: string
  readonly blocked: Sentence | null
}

/** What was granted to the officer's own side, on which passing on hangs. */
export type Parent = {
  readonly id: string
  readonly level: Level
  readonly purpose: string
  readonly legalBasis: string
  readonly withheldFields: readonly string[]
  readonly expiresAt: string
}

export const recipients = ['agency', 'officer', 'force'] as const
export type Recipient = (typeof recipients)[number]

export type ShareDraft = {
  readonly to: Recipient
  readonly agencyId: string
  readonly officerId: string
  readonly forceId: string
  readonly agreementId: string
  readonly level: Level
  readonly purpose: string
  readonly legalBasis: string
  readonly withheldFields: readonly string[]
  readonly allowsOnward: boolean
  readonly expiresOn: string
  readonly remindDays: string
}

export type ShareProblem =
  | 'required'
  | 'aboveCeiling'
  | 'blocked'
  | 'past'
  | 'afterAgreement'
  | 'notAllowed'
  | 'notDays'

export const blankShare: ShareDraft = {
  to: 'agency',
  agencyId: '',
  officerId: '',
  forceId: '',
  agreementId: '',
  level: 'view',
  purpose: '',
  legalBasis: '',
  withheldFields: [],
  allowsOnward: false,
  expiresOn: '',
  remindDays: '7',
}

/** The levels a ceiling allows, lowest first. */
export const levelsWithin = (maxLevel: Level): Level[] => levels.slice(0, levels.indexOf(maxLevel) + 1)

/** What an agreement still carries of a grant that is passed on: never more than was granted. */
export const withinParent = <Agreement extends Ceiling>(agreement: Agreement, parent: Parent): Agreement => ({
  ...agreement,
  purposes: agreement.purposes.filter((purpose) => purpose === parent.purpose),
  maxLevel: levelsWithin(agreement.maxLevel).findLast((level) => levelsWithin(parent.level).includes(level)) ?? 'view',
  validUntil: new Date(parent.expiresAt) < new Date(agreement.validUntil) ? parent.expiresAt : agreement.validUntil,
  blocked: agreement.blocked ?? (agreement.purposes.includes(parent.purpose) ? null : otherPurpose(parent.purpose)),
})

const otherPurpose = (purpose: string): Sentence => ({
  zh: `协议不含目的“${purpose}”，转递不得另立目的。`,
  en: `The agreement does not name the purpose “${purpose}”, and what is passed on keeps its purpose.`,
})

/** Choosing a ceiling pulls every choice above it down to it. */
export function underCeiling(draft: ShareDraft, ceiling: Ceiling): ShareDraft {
  const open = levelsWithin(ceiling.maxLevel)
  const end = formatDate(ceiling.validUntil)
  return {
    ...draft,
    level: open.includes(draft.level) ? draft.level : ceiling.maxLevel,
    legalBasis: draft.legalBasis.trim() === '' ? ceiling.legalBasis : draft.legalBasis,
    purpose: ceiling.purposes.includes(draft.purpose) ? draft.purpose : (ceiling.purposes[0] ?? ''),
    allowsOnward: draft.allowsOnward && ceiling.allowsOnward,
    expiresOn: draft.expiresOn !== '' && draft.expiresOn > end ? end : draft.expiresOn,
  }
}

const asked: Readonly<Record<Recipient, readonly (keyof ShareDraft)[]>> = {
  agency: ['agencyId', 'agreementId'],
  officer: ['agencyId', 'officerId', 'agreementId'],
  force: ['forceId'],
}
/** Which field a blocked ceiling is said at. */
const chosenAt = { agency: 'agreementId', officer: 'agreementId', force: 'forceId' } as const

export function shareProblems(
  draft: ShareDraft,
  ceiling: Ceiling | undefined,
  today: string,
): Partial<Record<keyof ShareDraft, ShareProblem>> {
  const found: Partial<Record<keyof ShareDraft, ShareProblem>> = {}
  for (const field of [...asked[draft.to], 'purpose', 'legalBasis', 'expiresOn'] as const)
    if (String(draft[field]).trim() === '') found[field] = 'required'
  if (found.expiresOn === undefined && draft.expiresOn < today) found.expiresOn = 'past'
  if (!/^\d{1,3}$/.test(draft.remindDays) || Number(draft.remindDays) > 365) found.remindDays = 'notDays'
  if (!ceiling) return found
  if (ceiling.blocked) found[chosenAt[draft.to]] = 'blocked'
  if (!levelsWithin(ceiling.maxLevel).includes(draft.level)) found.level = 'aboveCeiling'
  if (draft.allowsOnward && !ceiling.allowsOnward) found.allowsOnward = 'notAllowed'
  if (found.expiresOn === undefined && draft.expiresOn > formatDate(ceiling.validUntil))
    found.expiresOn = 'afterAgreement'
  return found
}

type SharedRecord = { readonly kind: 'Case' | 'Clue'; readonly id: string }

/** The last day counts in full in Beijing, but never past the ceiling. */
export function endOf(day: string, ceiling: string): string {
  const endOfDay = new Date(`${day}T23:59:59+08:00`)
  const latest = new Date(ceiling)
  return (endOfDay > latest ? latest : endOfDay).toISOString()
}

/** What is asked of the hub, and by which deed. */
export function shareRequest(record: SharedRecord, draft: ShareDraft, until: string, parentGrantId?: string) {
  const terms = {
    record,
    level: draft.level,
    withheldFields: draft.withheldFields.toSorted(),
    legalBasis: draft.legalBasis.trim(),
    allowsOnward: draft.allowsOnward,
    expiresAt: endOf(draft.expiresOn, until),
    remindDays: Number(draft.remindDays),
  }
  const { purpose, forceId: taskForceId } = draft
  if (draft.to === 'force') return { deed: 'giveToTaskForce' as const, input: { ...terms, purpose, taskForceId } }
  const granted = {
    ...terms,
    granteeAgencyId: draft.agencyId,
    ...(draft.to === 'officer' && { granteeOfficerId: draft.officerId }),
    agreementId: draft.agreementId,
  }
  return parentGrantId === undefined
    ? { deed: 'give' as const, input: { ...granted, purpose } }
    : { deed: 'passOn' as const, input: { ...granted, parentGrantId } }
}
export type ShareRequest = ReturnType<typeof shareRequest>

/** Confirming is open only for exactly what the officer read about. */
export const previewCovers = (previewed: ShareRequest | undefined, current: ShareRequest): boolean =>
  previewed !== undefined && canonicalJson(previewed) === canonicalJson(current)
