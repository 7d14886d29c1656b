import type { Region } from './regions.ts'
import type { SourceTag } from './sources.ts'

export type Label = 'public' | 'internal' | 'sensitive' | 'core_sensitive'
export type HandlingCode = 'unrestricted' | 'not_in_proceedings' | 'no_onward' | 'no_open_action'
export type Level = 'view' | 'comment' | 'contribute' | 'co_handle'
export type Measure =
  | 'quantity'
  | 'weight'
  | 'marked_value'
  | 'goods_value'
  | 'case_value'
  | 'amount_involved'
  | 'fund_flow'
  | 'persons'
  | 'officers_deployed'

/** One sourced value of one measure. Where no wording is quoted in the source notes, `asWritten` is amount and unit. */
export type PublishedFigure = {
  readonly measure: Measure
  readonly what: string
  readonly amount: number
  readonly unit: string
  readonly isApproximate: boolean
  readonly asWritten: string
  readonly source: SourceTag
}

/** Dates are partial (YYYY, YYYY-MM or YYYY-MM-DD): no more than the source gives. */
export type PublishedEvent = {
  readonly kind: 'opened' | 'strike_wave' | 'judgment' | 'test' | 'meeting' | 'other'
  readonly happenedOn: string
  readonly what: string
  readonly source: SourceTag
}

export type PublishedClue = {
  readonly key: string
  readonly title: string
  readonly content: string
  readonly kind: 'report' | 'complaint' | 'consultation'
  readonly source: 'public_report' | 'hotline_12313' | 'patrol'
  readonly reportedOn: string
  readonly label: Label
  readonly handlingCode: HandlingCode
  readonly region: Region
  readonly place: string
  readonly goods: readonly { readonly what: GoodsWhat; readonly note: string }[]
  readonly methods: readonly Method[]
  readonly publishedIn: SourceTag
  /** The subject of the officer who records it; without one the clue is kept as data only. */
  readonly recordedBy?: string
}

export type GoodsWhat = 'cigarettes' | 'pods' | 'devices' | 'empty_tubes' | 'filter_rods' | 'other'
export type Method =
  | 'minors'
  | 'medical_disguise'
  | 'plant_drink_disguise'
  | 'social_platform'
  | 'online_sale'
  | 'small_parcels'
  | 'empty_tubes'
  | 'counterfeit'
  | 'cross_province_network'
  | 'other'

export type PublishedCase = {
  readonly number: string
  readonly name: string
  readonly charge: string
  readonly summary: string
  readonly label: Label
  readonly handlingCode: HandlingCode
  readonly region: Region
  readonly openedOn: string
  readonly publishedIn: SourceTag
  /** The agencies as the source names them, whether or not they take part in the demonstration. */
  readonly agenciesAsWritten: readonly string[]
  /** The slug of the agency that owns the record; without one the case is kept as data only. */
  readonly ownerSlug?: string
  readonly clueKeys: readonly string[]
  readonly figures: readonly PublishedFigure[]
  readonly events: readonly PublishedEvent[]
}
