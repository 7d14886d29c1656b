import { sha256Hex } from '@lianban/kernel/digest'
import { assess } from './assess.ts'
import { type Day, daysAfter } from './day.ts'
import { Facts } from './facts.ts'
import type { Law } from './load-law.ts'
import { quantityWords } from './quantity.ts'
import type { Looked, RadarCase, RadarPopulation } from './radar-population.ts'
import type { RadarMeasure, RuleLookingAt } from './radar-rule.ts'
import { measures, measureWords } from './threshold.ts'

type Limit = { readonly row: string; readonly measure: RadarMeasure; readonly limit: number }

const limitsOf = ({ thresholds }: Pick<Law, 'thresholds'>, ids: readonly string[]): Limit[] =>
  thresholds.rows
    .filter(({ id }) => ids.includes(id))
    .map(({ id, when }) => ({ row: id, measure: when![0]!.measure as RadarMeasure, limit: when![0]!.atLeast!.amount }))

const amountIn = ({ fen, sticks }: RadarCase, measure: RadarMeasure): number | undefined =>
  measure === 'sticks' ? sticks : fen

const told = (measure: RadarMeasure, amount: number) => quantityWords({ dimension: measures[measure], amount })
const words = ({ row, measure, limit }: Limit, amount: number) => ({
  measure: measureWords[measure],
  amount: told(measure, amount),
  limit: told(measure, limit),
  row,
})
const about = (of: RadarCase) => ({ agency: of.agency, owner: of.agency, caseId: of.id, number: of.number })

/** Cases that no row is met by, and that come within the margin of one. */
export function edgesIn(law: Law, rule: RuleLookingAt<'under_threshold'>, { cases }: RadarPopulation): Looked[] {
  const limits = limitsOf(law, rule.thresholds)
  return cases.flatMap((each) => {
    if (each.transferredOn) return []
    const values = limits.flatMap((limit) => {
      const value = amountIn(each, limit.measure)
      return value === undefined ? [] : [{ limit, value }]
    })
    if (values.some(({ limit, value }) => value >= limit.limit)) return []
    const near = values.find(({ limit, value }) => value * 100 > limit.limit * (100 - rule.marginPercent))
    if (!near) return []
    const blanks = { ...words(near.limit, near.value), margin: rule.marginPercent }
    return [{ key: each.id, ...about(each), blanks }]
  })
}

/** Cases of one person, each below a row, that reach it together. */
export function repetitionsIn(
  law: Law,
  rule: RuleLookingAt<'repeated'>,
  { cases, today }: RadarPopulation & { readonly today: Day },
): Looked[] {
  const since = daysAfter(today, -rule.withinDays)
  const limits = limitsOf(law, rule.thresholds)
  const open = cases.filter(({ transferredOn, openedOn }) => !transferredOn && openedOn >= since)
  const byPerson = Map.groupBy(
    open.flatMap((each) =>
      each.persons
        .filter(({ kind }) => rule.by.includes(kind))
        .map(({ kind, key }) => ({ each, person: `${each.agency} ${kind} ${key}` })),
    ),
    ({ person }) => person,
  )
  const found = new Map<string, Looked>()
  for (const group of byPerson.values()) {
    for (const limit of limits) {
      const small = group
        .map(({ each }) => ({ each, value: amountIn(each, limit.measure) }))
        .filter(({ value }) => value !== undefined && value > 0 && value < limit.limit)
        .toSorted((a, b) => (a.each.openedOn < b.each.openedOn ? -1 : 1))
      const sum = small.reduce((total, { value }) => total + value!, 0)
      if (small.length < rule.atLeast || sum < limit.limit) continue
      const newest = small.at(-1)!.each
      const key = sha256Hex(
        small
          .map(({ each }) => each.id)
          .toSorted()
          .join(' '),
      )
      const numbers = small.map(({ each }) => each.number).join('、')
      const blanks = { ...words(limit, sum), days: rule.withinDays, count: small.length, cases: numbers }
      if (!found.has(key)) found.set(key, { key, ...about(newest), blanks })
      break
    }
  }
  return [...found.values()]
}

/** Cases that were punished and not transferred, though the calculator says that they must be. */
export function penaltiesIn(
  law: Law,
  rule: RuleLookingAt<'penalty_instead'>,
  { cases, today }: RadarPopulation & { readonly today: Day },
): Looked[] {
  return cases.flatMap((each) => {
    if (!each.isPenaltyDecided || each.transferredOn) return []
    const { conclusion, rows } = assess(law, factsOf(each, rule, today))
    if (conclusion !== 'no_penalty_instead') return []
    const met = rows.find((row) => row.verdict === 'met' && row.isVerified && row.numbers.length > 0)!
    const [number] = met.numbers
    const blanks = { measure: number!.words, amount: number!.found!, limit: number!.needed, row: met.id }
    return [{ key: each.id, ...about(each), blanks }]
  })
}

/** What was found counts as held, not as sold: of that nobody has told the radar. */
const factsOf = (of: RadarCase, { assume }: RuleLookingAt<'penalty_instead'>, today: Day): Facts =>
  Facts.parse({
    ...assume,
    ...(of.genuineness && { genuineness: of.genuineness }),
    isPenaltyDecided: true,
    assessedOn: today,
    acts: [
      {
        on: of.openedOn < today ? of.openedOn : today,
        ...(of.fen !== undefined && { unsold: `${(of.fen / 100).toFixed(2)}元` }),
        ...(of.sticks !== undefined && { cigarettes: `${of.sticks}支` }),
      },
    ],
  })
