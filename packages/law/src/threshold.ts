import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'
import { Citation, Status, Words } from './citation.ts'
import { activities, actors, channels, conducts, genuinenesses, licences, products } from './names.ts'
import { AnyQuantity } from './quantity.ts'

/** What a row may measure, and in what. */
export const measures = {
  sales: 'money',
  unsold: 'money',
  sold_and_unsold: 'money',
  business: 'money',
  gain: 'money',
  evaded_tax: 'money',
  sticks: 'sticks',
  marks: 'pieces',
  brands: 'pieces',
  tobacco_penalties_3_years: 'times',
  smuggling_penalties_1_year: 'times',
} as const
export type Measure = keyof typeof measures

export const measureWords: Record<Measure, Sentence> = {
  sales: { zh: '销售金额', en: 'sales' },
  unsold: { zh: '未销售货值', en: 'unsold goods' },
  sold_and_unsold: { zh: '已售与未售合计', en: 'sold and unsold' },
  business: { zh: '非法经营数额', en: 'illegal business' },
  gain: { zh: '违法所得', en: 'unlawful gain' },
  evaded_tax: { zh: '偷逃税款', en: 'evaded tax' },
  sticks: { zh: '卷烟支数', en: 'sticks' },
  marks: { zh: '标识件数', en: 'marks' },
  brands: { zh: '商标数', en: 'registered marks' },
  tobacco_penalties_3_years: { zh: '三年内因非法经营烟草受处罚', en: 'penalties in three years' },
  smuggling_penalties_1_year: { zh: '一年内因走私受处罚', en: 'penalties for smuggling in a year' },
}

/** Which matters something is about: each trait that is named must be one of these. */
export const Traits = z.strictObject({
  genuineness: z.array(z.enum(genuinenesses)).min(1).optional(),
  licence: z.array(z.enum(licences)).min(1).optional(),
  channel: z.array(z.enum(channels)).min(1).optional(),
  activity: z.array(z.enum(activities)).min(1).optional(),
  product: z.array(z.enum(products)).min(1).optional(),
})
export type Traits = z.infer<typeof Traits>

export const Crime = z.strictObject({
  words: Words,
  basis: z.array(Citation).min(1),
  applies: z.array(Traits).min(1),
  except: z.array(Traits.extend({ because: Words, basis: z.array(Citation).min(1), status: Status })).default([]),
  disputed: z.array(Traits.extend({ because: Words })).default([]),
  /** Reasonable suspicion is enough to hand an intellectual-property case over (Order 310, article 3). */
  intellectual: z.boolean().default(false),
})
export type Crime = z.infer<typeof Crime>

const Condition = z
  .strictObject({
    measure: z.enum(Object.keys(measures) as [Measure, ...Measure[]]),
    atLeast: AnyQuantity.optional(),
    below: AnyQuantity.optional(),
  })
  .refine(({ atLeast, below }) => Boolean(atLeast) !== Boolean(below), 'a condition has either atLeast or below')
  .refine(
    ({ measure, atLeast, below }) => (atLeast ?? below)?.dimension === measures[measure],
    'the unit does not fit the measure',
  )
export type Condition = z.infer<typeof Condition>

const levels = ['base', 'attempt', 'serious', 'especially_serious'] as const

/** One line of the table: which crime, from what numbers on, how grave, and where that is written. */
export const Threshold = z
  .strictObject({
    id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/),
    crime: z.string(),
    actor: z.enum(actors).optional(),
    conduct: z.enum(conducts).optional(),
    level: z.enum(levels),
    punishment: Words.optional(),
    when: z.array(Condition).min(1).optional(),
    basis: z.array(Citation).min(1),
    status: Status,
  })
  .refine(({ when, conduct }) => when || conduct, 'a row has numbers in `when`, or a conduct')
export type Threshold = z.infer<typeof Threshold> & { readonly file: string; readonly line: number }

export type Thresholds = {
  readonly crimes: Readonly<Record<string, Crime>>
  readonly rows: readonly Threshold[]
}
