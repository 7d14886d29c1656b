/** A value that one source gives for one measure, in the source's own words. */
export type SourcedFigure = {
  readonly id: string
  readonly measure: string
  readonly what: string
  readonly amount: number
  readonly unit: string
  readonly isApproximate: boolean
  readonly asWritten: string
  readonly source: string
}

/** In the order a report gives them: goods, their values, the money that moved, the people. */
const measures = [
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
  readonly values: readonly SourcedFigure[]
  /** The values of which another source says something else of the same thing. */
  readonly disputed: ReadonlySet<string>
}

/** A measure this build does not know comes last rather than not at all. */
export function groupedFigures(figures: readonly SourcedFigure[]): FigureGroup[] {
  const found = new Set<string>([...measures, ...figures.map((figure) => figure.measure)])
  return [...found].flatMap((measure) => {
    const values = figures.filter((figure) => figure.measure === measure).toSorted(bySubject)
    return values.length === 0 ? [] : [{ measure, values, disputed: disputedIn(values) }]
  })
}

const bySubject = (a: SourcedFigure, b: SourcedFigure) => a.what.localeCompare(b.what, 'zh') || b.amount - a.amount

function disputedIn(values: readonly SourcedFigure[]): Set<string> {
  const disagrees = (a: SourcedFigure) =>
    values.some(
      (b) => a.what === b.what && a.unit === b.unit && (a.amount !== b.amount || a.isApproximate !== b.isApproximate),
    )
  return new Set(values.filter(disagrees).map((value) => value.id))
}
