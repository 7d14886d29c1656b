import { makeDrivenClock } from '@lianban/kernel'
import { createPolicy, LinedYaml, type Rule, RuleFileError, RuleId, readWhen } from '@lianban/policy'
import { z } from 'zod'
import { Level } from '../classification.ts'
import { type AutoShared, autoShareVocabulary } from './auto-shared.ts'

const parts = ['id', 'subject', 'when', 'to', 'level', 'withholds', 'purpose', 'agreement', 'days', 'because'] as const

const To = z.union([
  z.literal('superior'),
  z.strictObject({ agency: z.string().regex(/^[a-z0-9-]{2,40}$/) }),
  z.strictObject({ taskForce: z.string().min(1) }),
])

/** A share that is made by itself when a record of a certain kind is entered. */
export type AutoShareRule = {
  readonly rule: Rule
  readonly to: z.infer<typeof To>
  readonly level: Level
  readonly withholds: readonly string[]
  readonly purpose: string
  /** The number of the agreement, or any in force that carries the share. */
  readonly agreement: string
  readonly days: number
}

/** Reads the rules that share by themselves, or refuses them with file, line and what is wrong; `[]` is none. */
export function readAutoShares(file: string, text: string): AutoShareRule[] {
  const yaml = new LinedYaml(file, text)
  if (yaml.root && JSON.stringify(yaml.plain(yaml.root)) === '[]') return []
  const nodes = yaml.problems.length ? undefined : yaml.list(yaml.root, 'the rules of automatic sharing')
  const rules = (nodes ?? []).map((node) => readAutoShare(yaml, node))
  const ids = rules.map((one) => one?.rule.id)
  for (const [at, id] of ids.entries())
    if (id && ids.indexOf(id) < at) yaml.refuse(nodes![at]!, `${id} is already the id of another rule`)
  if (yaml.problems.length) throw new RuleFileError(yaml.problems)
  return rules.filter((rule) => rule !== undefined)
}

type Node = Parameters<LinedYaml['plain']>[0]

function readAutoShare(yaml: LinedYaml, node: Node): AutoShareRule | undefined {
  const record = yaml.record(node, 'a rule of automatic sharing', parts)
  if (!record) return undefined
  const known = <Value>(schema: z.ZodType<Value>, name: (typeof parts)[number]): Value | undefined => {
    const value = yaml.plain(record[name].value)
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : yaml.refuse(record[name].value, `${name} cannot be ${JSON.stringify(value)}`)
  }
  const id = known(RuleId, 'id')
  const subject = known(z.enum(['Clue', 'Case']), 'subject')
  const definition = subject && autoShareVocabulary.subjects[subject]
  const when = definition && readWhen(yaml, record.when.value, 'when', { ...definition, asked: new Set() })
  const to = known(To, 'to')
  const level = known(Level, 'level')
  const withholds = known(z.array(z.string().min(1)), 'withholds')
  const unheld = withholds?.find((field) => subject && !withholdable[subject].includes(field))
  if (unheld) yaml.refuse(record.withholds.value, `${subject} has no field ${unheld} to withhold`)
  const purpose = known(z.string().min(1), 'purpose')
  const agreement = known(z.string().min(1), 'agreement')
  const days = known(z.int().min(1).max(3660), 'days')
  const because = known(z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }), 'because')
  if (!id || !subject || !when || !to || !level || !withholds || !purpose || !agreement || !days || !because)
    return undefined
  const rule: Rule = {
    id: RuleId.parse(id),
    roles: ['program'],
    action: 'autoShare',
    subject,
    when,
    withholds: [],
    because,
    file: yaml.file,
    line: yaml.lineOf(node),
    text: `- ${yaml.written(node)}\n`,
  }
  return { rule, to, level, withholds, purpose, agreement, days }
}

const withholdable: Record<'Clue' | 'Case', readonly string[]> = {
  Clue: ['content', 'identifiers', 'goods'],
  Case: ['summary', 'figures', 'events', 'clues'],
}

/** The rules that speak of this record, in the order of the file. */
export const matching = (rules: readonly AutoShareRule[], record: AutoShared): AutoShareRule[] =>
  rules.filter(({ rule }) =>
    createPolicy({ rules: [rule], vocabulary: autoShareVocabulary, clock: makeDrivenClock(new Date(0)) }).allows(
      program,
      'autoShare',
      record.subject,
      record,
    ),
  )

const program = {
  id: '00000000-0000-7000-8000-000000000000',
  agencyId: '00000000-0000-7000-8000-000000000000',
  agencyKind: 'operator',
  region: '000000',
  roles: ['program'],
} as unknown as Parameters<ReturnType<typeof createPolicy>['allows']>[0]
