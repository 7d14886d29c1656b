import { identifierKinds } from '@lianban/kernel'
import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Citation, type Laws, Status, Words } from './citation.ts'
import type { Handoffs } from './handoffs.ts'
import { licences } from './names.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import type { Deadlines } from './read-deadlines.ts'
import { type Measure, measures, type Threshold, type Thresholds } from './threshold.ts'

/** What a case of the radar is counted by: the money of its goods or papers, and its sticks. */
export type RadarMeasure = Extract<Measure, 'business' | 'sticks'>

const common = {
  id: z.string().regex(/^NT-[A-Z]+$/),
  title: Words,
  says: Words,
  opens: z.string().optional(),
  basis: z.array(Citation).min(1),
  status: Status,
}
const count = z.int().positive()
const rows = z.array(z.string()).min(1)

const RadarRule = z.discriminatedUnion('looks', [
  z.strictObject({
    ...common,
    looks: z.literal('numbering'),
    series: z.array(z.enum(['case', 'penalty_decision'])).min(1),
    atLeast: count,
  }),
  z.strictObject({
    ...common,
    looks: z.literal('under_threshold'),
    thresholds: rows,
    marginPercent: z.int().min(1).max(50),
  }),
  z.strictObject({
    ...common,
    looks: z.literal('repeated'),
    by: z.array(z.enum(identifierKinds)).min(1),
    thresholds: rows,
    atLeast: z.int().min(2),
    withinDays: count,
  }),
  z.strictObject({ ...common, looks: z.literal('no_returns'), atLeast: count, withinDays: count }),
  z.strictObject({
    ...common,
    looks: z.literal('penalty_instead'),
    assume: z.strictObject({ licence: z.enum(licences) }),
  }),
  z.strictObject({ ...common, looks: z.literal('refused'), standings: rows, afterDays: z.int().min(0) }),
  z.strictObject({ ...common, looks: z.literal('overdue'), clocks: rows, graceHours: z.int().min(0) }),
])
export type RadarLook = z.infer<typeof RadarRule>['looks']
export type RadarRule = z.infer<typeof RadarRule> & { readonly file: string; readonly line: number }
export type RuleLookingAt<Look extends RadarLook> = Extract<RadarRule, { readonly looks: Look }>

/** What the words of a rule may be filled in with, by what it looks at. */
const radarBlanks = {
  numbering: ['series', 'from', 'to', 'count', 'missing'],
  under_threshold: ['measure', 'amount', 'limit', 'row', 'margin'],
  repeated: ['days', 'count', 'measure', 'amount', 'limit', 'row', 'cases'],
  no_returns: ['days', 'count'],
  penalty_instead: ['measure', 'amount', 'limit', 'row'],
  refused: ['days'],
  overdue: ['deadline', 'clock', 'days'],
} as const satisfies Record<RadarLook, readonly string[]>

type Known = {
  readonly laws: Laws
  readonly thresholds: Thresholds | undefined
  readonly deadlines: Deadlines | undefined
  readonly handoffs: Handoffs | undefined
}

/** Reads the rules of the radar; an unknown threshold, deadline, supervision or blank is noted by line. */
export function readRadar(yaml: LinedYaml, known: Known): readonly RadarRule[] | undefined {
  const { laws, thresholds, deadlines, handoffs } = known
  if (!thresholds || !deadlines || !handoffs) return undefined
  const found: RadarRule[] = []
  for (const node of yaml.list(yaml.root, 'the radar') ?? []) {
    const rule = yaml.checked(node, 'a rule of the radar', RadarRule)
    if (!rule) continue
    noteUnknownLaws(yaml, node, laws, rule.basis)
    const note = (what: string, names: readonly string[], all: readonly string[]) => {
      for (const each of names.filter((one) => !all.includes(one))) yaml.refuse(node, unknownName(what, each, all))
    }
    if ('thresholds' in rule)
      note(
        'threshold of the radar',
        rule.thresholds,
        thresholds.rows.filter((row) => isSimple(row)).map(({ id }) => id),
      )
    if (rule.looks === 'overdue')
      note(
        'deadline',
        rule.clocks,
        deadlines.rules.map(({ id }) => id),
      )
    if (rule.looks === 'refused') note('state', rule.standings, Object.keys(handoffs.case_transfer?.table.states ?? {}))
    note('kind of hand-over', rule.opens ? [rule.opens] : [], Object.keys(handoffs))
    const blanks = [...`${rule.says.zh}${rule.says.en}`.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!)
    note('blank', blanks, radarBlanks[rule.looks])
    if (found.some(({ id }) => id === rule.id)) yaml.refuse(node, `${rule.id} is the id of two rules`)
    found.push({ ...rule, file: yaml.file, line: yaml.lineOf(node) })
  }
  return found
}

/** A row of one number that a case of the radar is counted by. */
function isSimple({ when, actor, conduct }: Threshold): boolean {
  const [only, ...more] = when ?? []
  return Boolean(only?.atLeast) && more.length === 0 && !actor && !conduct && radarMeasures.includes(only!.measure)
}
const radarMeasures: readonly Measure[] = (Object.keys(measures) as Measure[]).filter(
  (measure) => measure === 'business' || measure === 'sticks',
)
