import type { Figure } from '../app/api-types.ts'

/** In the order a report gives them: goods, their values, the money that moved, the people. */
export const measures = [
  'quantity',
  'weight',
  'marked_value',
  'goods_value',
  'case_value',
  'amount_involved',
  'fund_flow',
  'persons',
  'officers_deployed',
] as const
export type Measure = (typeof measures)[number]

/** The sourced values of one measure side by side. There is no total: two sources of one fact must never be added. */
export type FigureGroup = {
  readonly measure: string
  readonly values: readonly Figure[]
  readonly sourcesDiffer: boolean
}

/** A measure this build does not know comes last rather than not at all. */
export function groupedFigures(figures: readonly Figure[]): FigureGroup[] {
  const found = new Set<string>([...measures, ...figures.map((figure) => figure.measure)])
  return [...found].flatMap((measure) => {
    const values = figures.filter((figure) => figure.measure === measure).toSorted(bySubject)
    return values.length === 0 ? [] : [{ measure, values, sourcesDiffer: differ(values) }]
  })
}

const bySubject = (a: Figure, b: Figure) => a.what.localeCompare(b.what, 'zh') || b.amount - a.amount

function differ(values: readonly Figure[]): boolean {
  return values.some((a) => values.some((b) => a.what === b.what && a.unit === b.unit && a.amount !== b.amount))
}
