import { vocabulary } from '@lianban/hub'
import { noon } from './rules.ts'

/** One kind of record, as rows of every kind that a rule could tell apart, and the agencies that stand in some relation to them. */
export type Chapter = {
  readonly subject: string
  /** By its relation to the record; the value is the agency's kind. */
  readonly agencies: Readonly<Record<string, string>>
  /** What a row may differ in. The rows are the whole product of it. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>
  readonly row: (choice: Readonly<Record<string, string>>) => object
}

export const everywhere = { outsider: 'tobacco', operator: 'operator' }
export const valuesOf = (subject: string, field: string) => vocabulary.subjects[subject]?.fields[field]?.values ?? []

export const later = new Date(noon.getTime() + 1)
export const grant = (granteeAgencyId: string, level: string, given: object = {}) => ({
  granteeAgencyId,
  granteeId: granteeAgencyId,
  level,
  state: 'live',
  expiresAt: later,
  allowsOnward: false,
  showsClues: true,
  ...given,
})
export const ended = { expired: { expiresAt: noon }, recalled: { state: 'recalled' }, proposed: { state: 'proposed' } }

export const grantees = {
  'granted view': 'tobacco',
  'granted comment': 'tobacco',
  'granted contribute': 'tobacco',
  'granted co-handle': 'police',
  'granted to pass on': 'police',
  'granted to its handler': 'police',
  'granted to its duty officer': 'police',
  'grant proposed': 'tobacco',
  'grant recalled': 'tobacco',
  'grant expired': 'tobacco',
  'invited procuratorate': 'procuratorate',
}
export const everyGrant = [
  grant('granted view', 'view'),
  grant('granted comment', 'comment'),
  grant('granted contribute', 'contribute'),
  grant('granted co-handle', 'co_handle'),
  grant('granted to pass on', 'view', { allowsOnward: true }),
  grant('granted to its handler', 'co_handle', { granteeId: 'granted to its handler handler' }),
  grant('granted to its duty officer', 'view', { granteeId: 'granted to its duty officer duty_officer' }),
  grant('grant proposed', 'co_handle', ended.proposed),
  grant('grant recalled', 'co_handle', ended.recalled),
  grant('grant expired', 'co_handle', ended.expired),
  grant('invited procuratorate', 'view'),
]

/** The handler, the leader and the intake officer of the agency, to whom a record is kept. */
export const named = (agency: string) =>
  ['handler', 'leader', 'intake'].map((role) => ({ officerId: `${agency} ${role}` }))

/** Who of the owner may know of what a row hangs on: all of it, or its handler, its leader and its intake officer. */
export const known = ['to all of its owner', 'to its readers']
export const circle = (owner: string, to: string | undefined) =>
  to === 'to its readers' ? named(owner).map(({ officerId }) => ({ memberId: officerId })) : [{ memberId: owner }]
