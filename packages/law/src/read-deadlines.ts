import type { Sentence } from '@lianban/kernel'
import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import type { Node } from 'yaml'
import type { Laws } from './citation.ts'
import { type Alarms, DeadlineFile, DeadlineRule } from './deadline-rule.ts'
import { reckoningOf } from './limit.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'

export type Deadlines = {
  readonly alarms: Alarms
  /** Events that a handoff or an act tells by itself, whole or by the first parts of their names. */
  readonly byHandoff: readonly string[]
  readonly events: Readonly<Record<string, Sentence>>
  readonly rules: readonly DeadlineRule[]
}

/** Reads the table of deadlines; everything wrong with it is noted in the file, by line. */
export function readDeadlines(yaml: LinedYaml, laws: Laws): Deadlines | undefined {
  const file = yaml.checked(yaml.root, 'the deadlines', DeadlineFile)
  const nodes =
    file && yaml.list(yaml.mapping(yaml.root, 'the deadlines')?.get('deadlines')?.value ?? null, 'deadlines')
  if (!file || !nodes) return undefined
  const rules: DeadlineRule[] = []
  for (const node of nodes) {
    const read = yaml.checked(node, 'a deadline', DeadlineRule)
    if (!read) continue
    const rule = { ...read, file: yaml.file, line: yaml.lineOf(node) }
    noteUnknownEvents(yaml, node, rule, Object.keys(file.events))
    noteUnknownLaws(yaml, node, laws, [...rule.basis, ...rule.regions.flatMap(({ basis }) => basis)])
    const flaw = contradictionIn(rule)
    if (flaw) yaml.refuse(node, `${rule.id} ${flaw}`)
    const twin = rules.find((other) => other.id === rule.id && overlap(other, rule))
    if (twin) yaml.refuse(node, `${rule.id} is already the id of the deadline at ${twin.file}:${twin.line}`)
    rules.push(rule)
  }
  if (yaml.problems.length === 0) noteIdleEvents(yaml, rules)
  const stray = file.byHandoff.find(
    (name) => !Object.keys(file.events).some((code) => code === name || code.startsWith(`${name}.`)),
  )
  if (stray) yaml.refuse(yaml.root, `no event of the name ${stray} is told by handoffs`)
  return { alarms: file.alarms, byHandoff: file.byHandoff, events: file.events, rules }
}

const eventsOf = (rule: DeadlineRule): string[] => [
  ...rule.opens,
  ...rule.closes,
  ...rule.restarts,
  ...rule.extensions.map(({ on }) => on),
  ...rule.pauses.flatMap(({ from, until }) => [from, until]),
]

function noteUnknownEvents(yaml: LinedYaml, node: Node, rule: DeadlineRule, known: readonly string[]): void {
  for (const code of eventsOf(rule).filter((each) => !known.includes(each))) {
    yaml.refuse(node, unknownName('event', code, known, ` in ${rule.id}`))
  }
}

function noteIdleEvents(yaml: LinedYaml, rules: readonly DeadlineRule[]): void {
  const spoken = new Set(rules.flatMap(eventsOf))
  const events = yaml.mapping(yaml.mapping(yaml.root, 'the deadlines')?.get('events')?.value ?? null, 'events')
  for (const { name, line } of events?.values() ?? []) {
    if (!spoken.has(name)) yaml.refuse(line, `no deadline speaks of the event ${name}`)
  }
}

const overlap = (one: DeadlineRule, other: DeadlineRule): boolean =>
  (one.validUntil === undefined || other.validFrom === undefined || other.validFrom <= one.validUntil) &&
  (other.validUntil === undefined || one.validFrom === undefined || one.validFrom <= other.validUntil)

/** What a rule says against itself. */
function contradictionIn(rule: DeadlineRule): string | undefined {
  const limits = [
    rule.limit,
    ...Object.values(rule.variants).map(({ limit }) => limit),
    ...rule.regions.map(({ limit }) => limit),
    ...rule.extensions.flatMap(({ add, to }) => add ?? to ?? []),
  ]
  if (new Set(limits.map(reckoningOf)).size > 1) return 'counts in different kinds of days; one rule counts in one kind'
  if (reckoningOf(rule.limit) !== 'calendar' && rule.lastDay === 'moves')
    return 'can only move a last day that is a day of the calendar'
  if (rule.direction === 'before' && (rule.pauses.length || rule.extensions.length || rule.restarts.length))
    return 'runs back from a day that was set, so it can neither pause, restart nor be extended'
  if (rule.direction === 'before' && !['days', 'working days'].includes(rule.limit.unit))
    return 'runs back from a day that was set, so it counts in days or working days'
  if (rule.validFrom && rule.validUntil && rule.validUntil < rule.validFrom) return 'ends before it begins'
  const variants = ['base', ...Object.keys(rule.variants)]
  const stray = rule.extensions.flatMap(({ of }) => of ?? []).find((name) => !variants.includes(name))
  return stray && `extends the ${unknownName('variant', stray, variants)}`
}
