import type { AgencyId, AgreementId, OfficerId, Sentence } from '@lianban/kernel'
import { isWithin, type Label, type Level, labels, levels } from '../classification.ts'

/** A standing agreement between agencies: no share without one, and none above its ceiling. */
export type Agreement = {
  readonly id: AgreementId
  readonly number: string
  readonly title: string
  readonly legalBasis: string
  readonly purposes: string[]
  readonly maxLabel: Label
  readonly maxLevel: Level
  readonly allowsOnward: boolean
  readonly validFrom: Date
  readonly validUntil: Date
  readonly state: 'proposed' | 'in_force' | 'ended'
  readonly proposedByAgencyId: AgencyId
  readonly proposedAt: Date
  readonly version: number
  readonly parties: readonly Party[]
}

export type Party = {
  readonly agencyId: AgencyId
  readonly signedBy: OfficerId | null
  readonly signedAt: Date | null
  readonly isSigned: boolean
}

export type ShareTerms = {
  readonly purpose: string
  readonly level: Level
  readonly allowsOnward: boolean
  readonly expiresAt: Date
}

/** Why the agreement cannot carry any share of a record with this label today; nothing when it can. */
export function closedToLabel(agreement: Agreement, label: Label, now: Date): Sentence | undefined {
  if (agreement.state !== 'in_force')
    return { zh: '协议尚未由各方全部签署。', en: 'Not every party has signed the agreement.' }
  if (now < agreement.validFrom) return { zh: '协议尚未生效。', en: 'The agreement is not yet valid.' }
  if (now >= agreement.validUntil) return { zh: '协议已过有效期。', en: 'The agreement has expired.' }
  if (!isWithin(labels, label, agreement.maxLabel))
    return { zh: '记录的敏感标识高于协议上限。', en: 'The record’s label is above the agreement’s ceiling.' }
  return undefined
}

/** Which term goes beyond the agreement; nothing when all are within it. */
export function beyondCeiling(agreement: Agreement, terms: ShareTerms): Sentence | undefined {
  if (!agreement.purposes.includes(terms.purpose))
    return { zh: '共享目的不在协议约定之内。', en: 'The purpose is not one the agreement names.' }
  if (!isWithin(levels, terms.level, agreement.maxLevel))
    return { zh: '访问级别高于协议上限。', en: 'The level of access is above the agreement’s ceiling.' }
  if (terms.allowsOnward && !agreement.allowsOnward)
    return { zh: '协议不允许再转递。', en: 'The agreement does not allow passing on.' }
  if (terms.expiresAt > agreement.validUntil)
    return { zh: '授权期限超出协议有效期。', en: 'The grant would outlive the agreement.' }
  return undefined
}
