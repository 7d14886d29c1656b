import type { SourceTag } from './sources.ts'

/** Totals of a region over a year. They are kept as data: the hub has no screen for them yet. */
export type Aggregate = {
  readonly key: string
  readonly name: string
  readonly source: SourceTag
  readonly figures: readonly { readonly what: string; readonly amount: number; readonly unit: string }[]
}

export const aggregates: readonly Aggregate[] = [
  {
    key: 'XIANYANG-AGG',
    name: '咸阳市当年汇总',
    source: '001',
    figures: [
      { what: '取得突破的网络案件', amount: 6, unit: '起' },
      { what: '空烟管案件', amount: 6, unit: '起' },
      { what: '空烟管案件中刑事立案', amount: 2, unit: '起' },
    ],
  },
  {
    key: 'TWL-15',
    name: '通武廊联合办案',
    source: '004',
    figures: [{ what: '当年联合办理案件', amount: 15, unit: '起' }],
  },
]
