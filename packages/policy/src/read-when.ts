import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { z } from 'zod'
import type { Entry, LinedYaml } from './lined-yaml.ts'
import { askedValues, type Test, type Value, type When } from './rule.ts'
import { type FieldDefinition, type FieldType, own, type RelationDefinition } from './vocabulary.ts'

type Attributes = Pick<RelationDefinition, 'fields'> & {
  readonly relations?: Readonly<Record<string, RelationDefinition>>
}

/** The conditions of a rule, or of one `some`, checked against the attributes that exist. */
export function readWhen(yaml: LinedYaml, node: Node, of: string, attributes: Attributes): When | undefined {
  const entries = yaml.mapping(node, of)
  if (!entries) return undefined
  const when: [string, Test][] = []
  for (const entry of entries.values()) {
    const test = readTest(yaml, entry, attributes)
    if (test) when.push([entry.name, test])
  }
  return when.length === entries.size ? Object.fromEntries(when) : undefined
}

function readTest(yaml: LinedYaml, { name, value, line }: Entry, attributes: Attributes): Test | undefined {
  const relation = own(attributes.relations ?? {}, name)
  if (relation) {
    const some = yaml.record(value, name, ['some'])
    const when = some && readWhen(yaml, some.some.value, `some of ${name}`, relation)
    return when && { some: when }
  }
  const field = own(attributes.fields, name)
  if (!field) return yaml.refuse(line, `unknown attribute ${name}`)
  const operator = operatorOf(yaml, value, name)
  if (!operator) return undefined
  if (!operators[field.type].includes(operator.name)) {
    return yaml.refuse(line, `${name} is of type ${field.type} and cannot be asked ${operator.name}`)
  }
  const values = readValues(yaml, operator.value, name, field)
  if (!values) return undefined
  if (operator.name === 'oneOf') return { oneOf: values }
  if (operator.name === 'not') return { not: values }
  if (isSeq(operator.value)) return yaml.refuse(operator.value, `${operator.name} takes one value, not a list`)
  return { [operator.name]: values[0] } as Test
}

type Operator = 'is' | 'oneOf' | 'not' | 'after' | 'before' | 'has'

const operators: Record<FieldType, readonly Operator[]> = {
  text: ['is', 'oneOf', 'not'],
  id: ['is', 'oneOf', 'not'],
  number: ['is', 'oneOf', 'not'],
  flag: ['is'],
  time: ['after', 'before'],
  texts: ['has'],
}

function operatorOf(yaml: LinedYaml, node: Node, of: string): { name: Operator; value: Node } | undefined {
  if (isSeq(node)) return { name: 'oneOf', value: node }
  if (!isMap(node)) return { name: 'is', value: node }
  const entries = yaml.mapping(node, of)
  if (!entries) return undefined
  const [entry, ...more] = entries.values()
  if (!entry || more.length > 0) return yaml.refuse(node, `${of} takes one operator`)
  for (const name of ['not', 'after', 'before', 'has'] as const)
    if (entry.name === name) return { name, value: entry.value }
  return yaml.refuse(entry.line, `unknown operator ${entry.name}`)
}

function readValues(yaml: LinedYaml, node: Node, of: string, field: FieldDefinition): Value[] | undefined {
  const nodes = isSeq(node) ? yaml.list(node, of) : [node]
  const values = nodes?.map((item) => readValue(yaml, item, of, field))
  return values?.every((value) => value !== undefined) ? values : undefined
}

function readValue(yaml: LinedYaml, node: Node, of: string, field: FieldDefinition): Value | undefined {
  if (!isScalar(node)) return yaml.refuse(node, `${of} must be compared with a value`)
  const { value } = node
  if (value === null) return yaml.refuse(node, `${of} is compared with null`)
  if (typeof value === 'string' && value.startsWith('$')) {
    const type = own(askedValues, value)
    if (!type) return yaml.refuse(node, `unknown value ${value}`)
    // A list of texts may hold ids, so it takes either.
    const fits = field.type === 'texts' ? type !== 'time' : type === field.type
    return fits ? value : yaml.refuse(node, `${of} is of type ${field.type}, but ${value} is of type ${type}`)
  }
  const literal = literals[field.type].safeParse(value)
  if (!literal.success)
    return yaml.refuse(node, `${of} is of type ${field.type} and cannot be ${JSON.stringify(value)}`)
  if (field.values && !field.values.some((known) => known === value)) {
    return yaml.refuse(node, `${of} is never ${JSON.stringify(value)}, only one of ${field.values.join(', ')}`)
  }
  return literal.data
}

const literals: Record<FieldType, z.ZodType<Value>> = {
  text: z.string().min(1),
  texts: z.string().min(1),
  id: z.uuid(),
  flag: z.boolean(),
  number: z.number(),
  time: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
}
