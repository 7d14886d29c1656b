import { identifierKinds } from '@lianban/kernel'
import { unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Day } from './day.ts'
import { type ExampleReport, playExamples } from './example-report.ts'
import type { Law } from './load-law.ts'
import { genuinenesses } from './names.ts'
import { quantityOf } from './quantity.ts'
import { radarFindings } from './radar.ts'

const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const Case = z
  .strictObject({
    number: z.string(),
    agency: z.string().default('市烟草局'),
    openedOn: Day,
    amount: quantityOf('money').optional(),
    cigarettes: quantityOf('sticks').optional(),
    genuineness: z.enum(genuinenesses).optional(),
    transferredOn: Day.optional(),
    isPenaltyDecided: z.boolean().default(false),
    decisions: z.array(z.string()).default([]),
    persons: z.array(z.strictObject({ kind: z.enum(identifierKinds), key: z.string() })).default([]),
  })
  .transform(({ amount, cigarettes, transferredOn, decisions, genuineness, ...rest }) => ({
    ...rest,
    id: `${rest.agency} ${rest.number}`,
    fen: amount,
    sticks: cigarettes,
    genuineness,
    transferredOn: transferredOn ?? null,
    decisionNumbers: decisions,
  }))
const Refusal = z.strictObject({
  number: z.string(),
  sender: z.string().default('市烟草局'),
  police: z.string().default('市公安局'),
  standing: z.string().default('not_filed'),
  at: Instant,
})
const Clock = z.strictObject({
  rule: z.string(),
  number: z.string(),
  owner: z.string().default('市烟草局'),
  liable: z.string().default('市公安局'),
  dueAt: Instant,
})
const Population = z.strictObject({
  cases: z.array(Case).default([]),
  refusals: z.array(Refusal).default([]),
  clocks: z.array(Clock).default([]),
})

/** Two populations at one moment: in one the rule lists what is named, in the other it lists nothing. */
const Example = z.strictObject({
  rule: z.string(),
  now: Instant,
  listed: Population,
  /** The numbers of the cases that are listed, or the agency where it is about no case. */
  as: z.array(z.string()).min(1),
  unlisted: Population,
})

const whole = ({ cases, refusals, clocks }: z.infer<typeof Population>) => ({
  cases,
  refusals: refusals.map((each) => ({ ...each, caseId: each.number })),
  clocks: clocks.map((each) => ({ ...each, caseId: each.number })),
})

/** Plays the worked examples of the radar on both sides; a rule without one is told. */
export function runRadarExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const ids = law.radar.map(({ id }) => id)
  return playExamples(source, Example, {
    rows: law.radar,
    play({ rule, now, listed, as, unlisted }) {
      if (!ids.includes(rule)) return { flaw: unknownName('rule', rule, ids) }
      const found = (population: z.infer<typeof Population>) =>
        radarFindings(law, whole(population), now)
          .filter((each) => each.rule === rule)
          .map(({ number, agency }) => number ?? agency)
      const [has, lacks] = [found(listed), found(unlisted)]
      if (has.join() !== as.join()) return { flaw: `${rule} expected ${as.join(', ')}, found ${has.join(', ')}` }
      if (lacks.length > 0) return { flaw: `${rule} also lists ${lacks.join(', ')}` }
      return { about: [rule] }
    },
  })
}
