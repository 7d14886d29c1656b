import type { Sentence } from '@lianban/kernel'
import { type LinedYaml, RuleId, readWhen, type When } from '@lianban/policy'
import { z } from 'zod'

/** A rule that says something about what it holds of. */
export type SpokenRule = {
  readonly id: string
  readonly when: When
  readonly says: Sentence
  /** As it was written. */
  readonly text: string
}

type Attributes = Parameters<typeof readWhen>[3]
type Node = Parameters<LinedYaml['plain']>[0]

const Says = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** Reads a file that is a list of such rules; what is wrong is noted in the file, by line. */
export function readSpokenRules(
  yaml: LinedYaml,
  { one, several, attributes }: { readonly one: string; readonly several: string; readonly attributes: Attributes },
): readonly SpokenRule[] | undefined {
  const nodes = yaml.list(yaml.root, several) ?? []
  const rules = nodes.map((node) => readRule(yaml, node, { one: `a ${one}`, attributes }))
  const ids = rules.map((rule) => rule?.id)
  for (const [at, id] of ids.entries())
    if (id && ids.indexOf(id) < at) yaml.refuse(nodes[at]!, `${id} is already the id of another ${one}`)
  return yaml.problems.length > 0 ? undefined : rules.filter((rule) => rule !== undefined)
}

function readRule(
  yaml: LinedYaml,
  node: Node,
  { one, attributes }: { readonly one: string; readonly attributes: Attributes },
): SpokenRule | undefined {
  const record = yaml.record(node, one, ['id', 'when', 'says'])
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
