import { LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { standingOf } from './alarms.ts'
import { type Clock, reckoned } from './clock.ts'
import { clocksOf } from './clocks.ts'
import { Day } from './day.ts'
import { type DeadlineRule, EventCode, Region } from './deadline-rule.ts'
import type { ExampleReport } from './example-report.ts'
import type { LawEvent } from './law-event.ts'
import type { Law } from './load-law.ts'

/** A time of the day in China, to the minute. */
const Minute = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'a time such as 2026-02-14T09:00')
  .transform((text) => new Date(`${text}:00+08:00`))

const Example = z
  .strictObject({
    deadline: z.string(),
    start: Minute,
    on: Minute.optional(),
    region: Region.optional(),
    variant: z.string().optional(),
    // biome-ignore lint/suspicious/noThenProperty: what happened then, as the file says it; nobody awaits an example
    then: z.array(z.strictObject({ event: EventCode, at: Minute, amount: z.int().optional() })).default([]),
    last: Day.optional(),
    until: Minute.optional(),
  })
  .refine(({ last, until }) => Boolean(last) !== Boolean(until), 'an example has either a last day or a last instant')
type Example = z.infer<typeof Example>

/** Plays the worked examples against the deadlines, on both sides of each limit; a rule or a branch of it untried is told. */
export function runDeadlineExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const yaml = new LinedYaml(source.file, source.text)
  const nodes = yaml.problems.length === 0 ? (yaml.list(yaml.root, 'an example file') ?? []) : []
  const tried = new Set<string>()
  let passed = 0
  for (const node of nodes) {
    const example = yaml.checked(node, 'an example', Example)
    const rule = example && law.deadlines.rules.find(({ id }) => id === example.deadline)
    if (example && !rule) {
      const known = law.deadlines.rules.map(({ id }) => id)
      yaml.refuse(node, unknownName('deadline', example.deadline, known))
    }
    if (!example || !rule) continue
    const found = flawOf(law, rule, example)
    if (found) yaml.refuse(node, `${rule.id} ${found}`)
    else passed++
    for (const branch of branchesOf(example)) tried.add(`${rule.id} ${branch}`)
  }
  const untried = law.deadlines.rules.flatMap((rule) =>
    branchesIn(rule)
      .filter((branch) => !tried.has(`${rule.id} ${branch}`))
      .map((branch) => ({ file: rule.file, line: rule.line, what: `${rule.id} has no example of ${branch}` })),
  )
  return { passed, problems: [...yaml.problems, ...untried] }
}

const base = 'its own limit'

const branchesOf = (example: Example): string[] => [
  ...(example.variant === undefined && example.then.length === 0 ? [base] : []),
  ...(example.variant === undefined ? [] : [example.variant]),
  ...example.then.map(({ event }) => event),
]

const branchesIn = (rule: DeadlineRule): string[] => [
  base,
  ...Object.keys(rule.variants),
  ...rule.extensions.map(({ on }) => on),
  ...rule.pauses.map(({ until }) => until),
  ...rule.restarts,
]

function flawOf(law: Law, rule: DeadlineRule, example: Example): string | undefined {
  const told = [{ code: rule.opens[0]!, at: example.start, amount: undefined }, ...example.then.map(asEvent)]
  const events = told.map(({ amount, ...each }, i): LawEvent => {
    const { on, region, variant } = example
    const facts = { ...(on && { on }), ...(region && { region }), ...(variant && { variant }) }
    return { id: String(i).padStart(3, '0'), about: 'example', ...each, ...facts, ...(amount && { amount }) }
  })
  const clock = clocksOf(law, events).find((each) => each.rule === rule)
  if (!clock?.target) return 'is not running'
  const expected = example.last ?? example.until!.toISOString()
  const found = example.last ? clock.target.lastDay : clock.target.dueAt.toISOString()
  if (found !== expected) return `expected ${expected}, found ${found}`
  return sidesOf(law, clock)
}

const asEvent = ({ event, ...rest }: Example['then'][number]) => ({ code: event, ...rest, amount: rest.amount })

/** In time at the last instant, late at the next. */
function sidesOf(law: Law, clock: Clock): string | undefined {
  const due = clock.target!.dueAt
  const closed = (at: Date) => standingOf(law.deadlines.alarms, reckoned(law.calendar, { ...clock, closedAt: at }), at)
  if (closed(due) !== 'met') return 'is late at its last instant'
  if (closed(new Date(due.getTime() + 1)) !== 'late') return 'is still in time after its last instant'
}
