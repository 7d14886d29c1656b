import { type Day, monthsAfter } from './day.ts'
import type { Act, Facts } from './facts.ts'
import type { Measure } from './threshold.ts'

export type Measured = Readonly<Record<Measure, number | undefined>>

/**
 * The numbers of a matter: untreated acts added up, goods held counted into the business, penalties counted back from
 * the last act. A number nobody entered stays unknown.
 */
export function measured({ acts, brands, penalties, smugglingPenalties }: Facts): Measured {
  const untreated = acts.filter(({ isDealtWith }) => !isDealtWith)
  const sum = (of: (act: Act) => number | undefined) => {
    const known = untreated.map(of).filter((amount) => amount !== undefined)
    return known.length > 0 ? known.reduce((total, amount) => total + amount, 0) : undefined
  }
  const sales = sum((act) => act.sales)
  const unsold = sum((act) => act.unsold)
  const soldAndUnsold = sales === undefined && unsold === undefined ? undefined : (sales ?? 0) + (unsold ?? 0)
  const last = untreated
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  const since = (days: readonly Day[], months: number) =>
    last ? days.filter((day) => day <= last && day >= monthsAfter(last, -months)).length : 0
  return {
    sales,
    unsold,
    sold_and_unsold: soldAndUnsold,
    business: sum((act) => act.business ?? soldAndHeld(act)),
    gain: sum((act) => act.gain),
    evaded_tax: sum((act) => act.evadedTax),
    sticks: sum((act) => act.sticks),
    marks: sum((act) => act.marks),
    brands,
    tobacco_penalties_3_years: since(penalties, 36),
    smuggling_penalties_1_year: since(smugglingPenalties, 12),
  }
}

const soldAndHeld = ({ sales, unsold }: Act): number | undefined =>
  sales === undefined && unsold === undefined ? undefined : (sales ?? 0) + (unsold ?? 0)
