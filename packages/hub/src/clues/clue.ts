import type { AgencyId, ClueId, IdentifierKind, OfficerId } from '@lianban/kernel'
import type { OfOwner } from '../agreements/index.ts'
import type { HandlingCode, Label } from '../classification.ts'
import type { Grant } from '../grants/index.ts'
import type { Knowing } from '../readers/index.ts'

export const clueKinds = ['report', 'complaint', 'consultation', 'suggestion'] as const
export type ClueKind = (typeof clueKinds)[number]

export const clueSources = ['public_report', 'hotline_12313', 'platform_company', 'patrol', 'other_agency'] as const
export type ClueSource = (typeof clueSources)[number]

/** Ways of working seen in published cases. */
export const methods = [
  'minors',
  'medical_disguise',
  'plant_drink_disguise',
  'online_sale',
  'social_platform',
  'small_parcels',
  'empty_tubes',
  'counterfeit',
  'smuggling',
  'unlicensed_wholesale',
  'cross_province_network',
  'other',
] as const
export type Method = (typeof methods)[number]

export const goodsKinds = [
  'cigarettes',
  'pods',
  'devices',
  'e_liquid',
  'disposable',
  'cut_tobacco',
  'leaf',
  'empty_tubes',
  'filter_rods',
  'equipment',
  'other',
] as const
export type GoodsKind = (typeof goodsKinds)[number]

export type Goods = {
  readonly what: GoodsKind
  readonly note: string
  readonly quantity?: number | undefined
  readonly unit?: string | undefined
}
export type Identifier = { readonly kind: IdentifierKind; readonly value: string }

/** It waits to be judged, a case was opened from it, another agency took it on, or no case was made of it. */
export const clueStates = ['recorded', 'in_case', 'handed_on', 'not_filed'] as const

/** Something that may lead to a case, as it was told and by whom it was taken down. */
export type Clue = {
  readonly id: ClueId
  readonly number: string
  readonly title: string
  readonly content: string
  readonly kind: ClueKind
  readonly source: ClueSource
  readonly reportedOn: string
  readonly label: Label
  readonly handlingCode: HandlingCode
  readonly region: string
  readonly place: string
  readonly goods: Goods[]
  readonly methods: Method[]
  readonly identifiers: Identifier[]
  readonly state: (typeof clueStates)[number]
  readonly ownerAgencyId: AgencyId
  readonly recordedBy: OfficerId
  readonly recordedAt: Date
  readonly version: number
  /** Kept to the officers of the owner whom it names. */
  readonly isRestricted: boolean
}

/** A clue with what the rules ask about it: its owner, its own grants, those of the cases it is part of, and who may know. */
export type ClueRow = Clue &
  OfOwner & {
    readonly grants: readonly Grant[]
    readonly caseGrants: readonly Grant[]
    readonly readers: readonly Knowing[]
  }

/** What a grant on a clue may leave out. */
export const withholdable = [
  { field: 'content', zh: '线索内容', en: 'content' },
  { field: 'identifiers', zh: '号码标识', en: 'identifiers' },
  { field: 'goods', zh: '涉及物品', en: 'goods' },
] as const

/** Numbers count by the year on the wall in Beijing (UTC+8, no daylight saving). */
export const yearInChina = (now: Date): number => new Date(now.getTime() + 8 * 3600_000).getUTCFullYear()
