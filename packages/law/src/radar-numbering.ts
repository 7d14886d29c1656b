import type { Looked, RadarCase, RadarPopulation } from './radar-population.ts'
import type { RuleLookingAt } from './radar-rule.ts'

/** 京烟立〔2026〕第12号: a series has its year in brackets, and the number stands after it. */
const numbered = /^(.*?[〔[［(（]\d{4}[〕\]］)）][^\d]*)(\d{1,7})([^\d]*)$/
/** As many as a line holds; the count tells the rest. */
const mostNamed = 12

/** The numbers that are missing between the first and the last of each series of each agency. */
export function gapsIn(rule: RuleLookingAt<'numbering'>, { cases }: RadarPopulation): Looked[] {
  const series = new Map<string, { agency: string; head: string; tail: string; numbers: Set<number> }>()
  for (const each of cases) {
    const texts = rule.series.flatMap((kind) => numbersOf[kind](each).map((text) => ({ kind, text })))
    for (const { kind, text } of texts) {
      const [, head, digits, tail] = numbered.exec(text.trim()) ?? []
      if (head === undefined || tail === undefined) continue
      const key = `${each.agency} ${kind} ${head}…${tail}`
      const found = series.get(key) ?? { agency: each.agency, head, tail, numbers: new Set() }
      found.numbers.add(Number(digits))
      series.set(key, found)
    }
  }
  return [...series].flatMap(([key, { agency, head, tail, numbers }]) => {
    const [present, missing] = [[...numbers].toSorted((a, b) => a - b), missingOf(numbers)]
    if (missing.count < rule.atLeast) return []
    const named = missing.first.join('、')
    const blanks = {
      series: `${head}…${tail}`,
      from: present[0]!,
      to: present.at(-1)!,
      count: missing.count,
      missing: missing.count > missing.first.length ? { zh: `${named}等`, en: `${named} and more` } : named,
    }
    return [{ key, agency, owner: agency, caseId: null, number: null, blanks }]
  })
}

const numbersOf: Record<'case' | 'penalty_decision', (of: RadarCase) => readonly string[]> = {
  case: ({ number }) => [number],
  penalty_decision: ({ decisionNumbers }) => decisionNumbers,
}

function missingOf(numbers: ReadonlySet<number>): { readonly count: number; readonly first: readonly number[] } {
  const present = [...numbers].toSorted((a, b) => a - b)
  const count = present.at(-1)! - present[0]! + 1 - present.length
  const first: number[] = []
  for (const [i, from] of present.slice(0, -1).entries())
    for (let at = from + 1; at < present[i + 1]! && first.length < mostNamed; at++) first.push(at)
  return { count, first }
}
