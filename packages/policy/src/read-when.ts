import { type Entry, type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { z } from 'zod'
import { askedValues } from './asked.ts'
import type { Test, Value, When } from './rule.ts'
import { type AttributeDefinition, type FieldType, own } from './vocabulary.ts'

/** What may stand in a list of conditions: the attributes of a row or of an officer, and what hangs on a row. */
export type Attributes = {
  readonly fields: Readonly<Record<string, AttributeDefinition>>
  readonly relations?: Readonly<Record<string, Pick<Attributes, 'fields'>>>
  /** What a rule may ask about the officer, where it may. */
  readonly officer?: Readonly<Record<string, AttributeDefinition>>
  /** Names that may be filled in when the policy is asked. */
  readonly asked: ReadonlySet<string>
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
  if (name === 'officer' && attributes.officer) {
    const who = readWhen(yaml, value, name, { fields: attributes.officer, asked: new Set() })
    return who && { who }
  }
  const relation = own(attributes.relations ?? {}, name)
  if (relation) {
    const some = yaml.record(value, name, ['some'])
    const when = some && readWhen(yaml, some.some.value, `some of ${name}`, { ...relation, asked: attributes.asked })
    return when && { some: when }
  }
  const field = own(attributes.fields, name)
  if (!field) {
    const known = [attributes.fields, attributes.relations ?? {}].flatMap(Object.keys)
    return yaml.refuse(line, unknownName('attribute', name, attributes.officer ? [...known, 'officer'] : known))
  }
  return readComparison(yaml, { name, value, line }, field, attributes.asked)
}

function readComparison(
  yaml: LinedYaml,
  { name, value, line }: Entry,
  field: AttributeDefinition,
  asked: ReadonlySet<string>,
): Test | undefined {
  const operator = operatorOf(yaml, value, name)
  if (!operator) return undefined
  if (!operators[field.type].includes(operator.name)) {
    return yaml.refuse(line, `${name} is of type ${field.type} and cannot be asked ${operator.name}`)
  }
  const read = (node: Node) => readValues(yaml, node, name, { field, asked })
  if (operator.name === 'within') {
    const [after] = read(operator.after) ?? []
    const [before] = read(operator.before) ?? []
    if (after === undefined || before === undefined) return undefined
    if (!isOpen(after, before)) return yaml.refuse(line, `${name} is asked for a window that ends before it begins`)
    return { within: [after, before] }
  }
  const values = read(operator.value)
  if (!values) return undefined
  if (operator.name === 'oneOf') return { oneOf: values }
  if (operator.name === 'not') {
    const left = field.values?.filter((known) => !values.includes(known))
    return left?.length === 0 ? yaml.refuse(line, `${name} is left no value by not`) : { not: values }
  }
  if (isSeq(operator.value)) return yaml.refuse(operator.value, `${operator.name} takes one value, not a list`)
  return { [operator.name]: values[0] } as Test
}

/** Whether some instant lies between the two; what is filled in later may be any, but not two at once. */
function isOpen(after: Value, before: Value): boolean {
  if (after instanceof Date && before instanceof Date) return before.getTime() - after.getTime() > 1
  return after !== before
}

type Single = 'is' | 'oneOf' | 'not' | 'after' | 'before' | 'has'
type Operator =
  | { readonly name: Single; readonly value: Node }
  | { readonly name: 'within'; readonly after: Node; readonly before: Node }

const operators: Record<FieldType, readonly Operator['name'][]> = {
  text: ['is', 'oneOf', 'not'],
  id: ['is', 'oneOf', 'not'],
  number: ['is', 'oneOf', 'not'],
  flag: ['is'],
  time: ['after', 'before', 'within'],
  texts: ['has'],
}

function operatorOf(yaml: LinedYaml, node: Node, of: string): Operator | undefined {
  if (isSeq(node)) return { name: 'oneOf', value: node }
  if (!isMap(node)) return { name: 'is', value: node }
  const entries = yaml.mapping(node, of)
  if (!entries) return undefined
  const [after, before] = [entries.get('after'), entries.get('before')]
  if (after && before && entries.size === 2) return { name: 'within', after: after.value, before: before.value }
  const [entry, ...more] = entries.values()
  if (!entry || more.length > 0) return yaml.refuse(node, `${of} takes one operator, or after and before`)
  for (const name of ['not', 'after', 'before', 'has'] as const)
    if (entry.name === name) return { name, value: entry.value }
  return yaml.refuse(entry.line, unknownName('operator', entry.name, ['not', 'after', 'before', 'has']))
}

type Compared = { readonly field: AttributeDefinition; readonly asked: ReadonlySet<string> }

function readValues(yaml: LinedYaml, node: Node, of: string, compared: Compared): Value[] | undefined {
  const nodes = isSeq(node) ? yaml.list(node, of) : [node]
  const values = nodes?.map((item) => readValue(yaml, item, of, compared))
  return values?.every((value) => value !== undefined) ? values : undefined
}

function readValue(yaml: LinedYaml, node: Node, of: string, { field, asked }: Compared): Value | undefined {
  if (!isScalar(node)) return yaml.refuse(node, `${of} must be compared with a value`)
  const { value } = node
  if (value === null || value === 'null' || value === 'undefined')
    return yaml.refuse(node, `${of} is compared with ${value}`)
  if (typeof value === 'string' && value.startsWith('$')) {
    const type = own(askedValues, value)
    if (!type) return yaml.refuse(node, unknownName('value', value, Object.keys(askedValues)))
    if (!asked.has(value)) return yaml.refuse(node, `${value} is not known where ${of} is asked`)
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
