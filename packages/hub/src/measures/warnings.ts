import type { Sentence } from '@lianban/kernel'
import { allHold, type LinedYaml, RuleId, readWhen, type When } from '@lianban/policy'
import { z } from 'zod'
import { handlingCodes, labels, levels } from '../classification.ts'

/** What an officer is warned of who is about to share a record. */
export type Warning = {
  readonly id: string
  readonly when: When
  readonly says: Sentence
  /** As it was written. */
  readonly text: string
}

/** A share that is about to be made, as the warnings see it. */
export type Foreseen = {
  readonly label: string
  readonly handlingCode: string
  readonly isRestricted: boolean
  readonly level: string
  readonly allowsOnward: boolean
}

const attributes = {
  fields: {
    label: { type: 'text', values: labels },
    handlingCode: { type: 'text', values: handlingCodes },
    isRestricted: { type: 'flag' },
    level: { type: 'text', values: levels },
    allowsOnward: { type: 'flag' },
  },
  asked: new Set<string>(),
} as const

const Says = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** Reads the file of warnings; `[]` is none. What is wrong is noted in the file, by line. */
export function readWarnings(yaml: LinedYaml): readonly Warning[] | undefined {
  if (yaml.root && JSON.stringify(yaml.plain(yaml.root)) === '[]') return []
  const nodes = yaml.list(yaml.root, 'the warnings') ?? []
  const warnings = nodes.map((node) => readWarning(yaml, node))
  const ids = warnings.map((one) => one?.id)
  for (const [at, id] of ids.entries())
    if (id && ids.indexOf(id) < at) yaml.refuse(nodes[at]!, `${id} is already the id of another warning`)
  return yaml.problems.length > 0 ? undefined : warnings.filter((one) => one !== undefined)
}

function readWarning(yaml: LinedYaml, node: Parameters<LinedYaml['plain']>[0]): Warning | undefined {
  const record = yaml.record(node, 'a warning', ['id', 'when', 'says'])
  if (!record) return undefined
  const id = RuleId.safeParse(yaml.plain(record.id.value))
  const says = Says.safeParse(yaml.plain(record.says.value))
  if (!id.success) yaml.refuse(record.id.value, `id cannot be ${JSON.stringify(yaml.plain(record.id.value))}`)
  if (!says.success) yaml.refuse(record.says.value, 'says must be a sentence in zh and in en')
  const when = readWhen(yaml, record.when.value, 'when', attributes)
  return id.success && says.success && when
    ? { id: id.data, when, says: says.data, text: `- ${yaml.written(node)}` }
    : undefined
}

/** Those that speak of this share, in the order of the file. */
export const warningsOf = (warnings: readonly Warning[], share: Foreseen): Warning[] =>
  warnings.filter(({ when }) => allHold(when, share, (value) => value))
