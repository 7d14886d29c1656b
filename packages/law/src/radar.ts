import type { Sentence } from '@lianban/kernel'
import { type Day, dayInChina, daysAfter } from './day.ts'
import type { Law } from './load-law.ts'
import { edgesIn, penaltiesIn, repetitionsIn } from './radar-amounts.ts'
import { gapsIn } from './radar-numbering.ts'
import type { Looked, RadarFinding, RadarPopulation } from './radar-population.ts'
import type { RadarRule, RuleLookingAt } from './radar-rule.ts'

export type { RadarCase, RadarClock, RadarFinding, RadarPopulation, RadarRefusal } from './radar-population.ts'
export type { RadarRule } from './radar-rule.ts'

const hour = 3600_000

/** What the rules of the radar find in these cases at a moment, rule by rule. */
export const radarFindings = (law: Law, population: RadarPopulation, now: Date): RadarFinding[] =>
  law.radar.flatMap((rule) =>
    looked(law, rule, population, now).map(({ blanks, ...found }) => ({
      ...found,
      rule: rule.id,
      key: `${rule.id} ${found.key}`,
      says: { zh: filled(rule.says.zh, 'zh', blanks), en: filled(rule.says.en, 'en', blanks) },
    })),
  )

function looked(law: Law, rule: RadarRule, population: RadarPopulation, now: Date): Looked[] {
  const today = dayInChina(now)
  switch (rule.looks) {
    case 'numbering':
      return gapsIn(rule, population)
    case 'under_threshold':
      return edgesIn(law, rule, population)
    case 'repeated':
      return repetitionsIn(law, rule, { ...population, today })
    case 'no_returns':
      return silencesIn(rule, { ...population, today })
    case 'penalty_instead':
      return penaltiesIn(law, rule, { ...population, today })
    case 'refused':
      return refusalsIn(rule, population, now)
    case 'overdue':
      return overdueIn(law, rule, population, now)
  }
}

/** Agencies with cases enough, of which none went to the police in the time. */
function silencesIn(
  rule: RuleLookingAt<'no_returns'>,
  { cases, today }: RadarPopulation & { readonly today: Day },
): Looked[] {
  const since = daysAfter(today, -rule.withinDays)
  return [...Map.groupBy(cases, ({ agency }) => agency)].flatMap(([agency, all]) => {
    const count = all.filter(({ openedOn }) => openedOn >= since).length
    if (count < rule.atLeast || all.some(({ transferredOn }) => transferredOn && transferredOn >= since)) return []
    return [
      { key: agency, agency, owner: agency, caseId: null, number: null, blanks: { days: rule.withinDays, count } },
    ]
  })
}

const daysSince = (at: Date, now: Date): number => Math.floor((now.getTime() - at.getTime()) / (24 * hour))

const refusalsIn = (rule: RuleLookingAt<'refused'>, { refusals }: RadarPopulation, now: Date): Looked[] =>
  refusals
    .filter(
      ({ at, standing }) =>
        rule.standings.includes(standing) && now.getTime() - at.getTime() > rule.afterDays * 24 * hour,
    )
    .map(({ caseId, number, sender, police, at }) => ({
      key: `${caseId} ${at.toISOString()}`,
      agency: police,
      owner: sender,
      caseId,
      number,
      blanks: { days: daysSince(at, now) },
    }))

const overdueIn = (law: Law, rule: RuleLookingAt<'overdue'>, { clocks }: RadarPopulation, now: Date): Looked[] =>
  clocks
    .filter((each) => rule.clocks.includes(each.rule) && now.getTime() - each.dueAt.getTime() > rule.graceHours * hour)
    .map((each) => ({
      key: `${each.caseId} ${each.rule} ${each.dueAt.toISOString()}`,
      agency: each.liable,
      owner: each.owner,
      caseId: each.caseId,
      number: each.number,
      blanks: {
        deadline: law.deadlines.rules.find(({ id }) => id === each.rule)!.title,
        clock: each.rule,
        days: daysSince(each.dueAt, now) + 1,
      },
    }))

const filled = (text: string, language: keyof Sentence, blanks: Looked['blanks']): string =>
  text.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = blanks[name]!
    return typeof value === 'object' ? value[language] : String(value)
  })
