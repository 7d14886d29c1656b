import { readFileSync } from 'node:fs'
import { type Entry, LinedYaml, type Problem, unknownName } from '@lianban/lined-yaml'
import type { Node } from 'yaml'
import { z } from 'zod'
import type { Officer } from './officer.ts'
import { own, type RelationDefinition, type SubjectDefinition, type Vocabulary } from './vocabulary.ts'
import { isOfType } from './whole-row.ts'

export type Example = {
  readonly officer: Officer
  readonly action: string
  readonly subject: string
  readonly row: Row
  readonly purpose: string | undefined
  readonly expected: string
  /** What of the row the officer is expected not to see. */
  readonly withheld: readonly string[]
  readonly line: number
}

type ExampleFile = {
  readonly now: Date
  readonly officers: ReadonlyMap<string, Officer>
  readonly rows: ReadonlyMap<string, ExampleRow>
  readonly examples: readonly Example[]
  readonly problems: readonly Problem[]
}

type Row = Readonly<Record<string, unknown>>
type ExampleRow = { readonly subject: string; readonly row: Row }

const attributesOf = z.record(z.string(), z.unknown())
const listOfRows = z.array(attributesOf)
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** Officers and rows by name, and what is expected of each pair: the prose of the rules, checked. */
export function readExamples(file: string, vocabulary: Vocabulary): ExampleFile {
  const yaml = new LinedYaml(file, readFileSync(file, 'utf8'))
  const root = yaml.record(yaml.root, 'an example file', ['now', 'officers', 'rows', 'expectations'])
  const now = instant.safeParse(root && yaml.plain(root.now.value))
  if (root && !now.success) yaml.refuse(root.now.value, 'now must be an instant such as 2025-05-21T08:00:00Z')
  if (!root || !now.success) {
    return { now: new Date(0), officers: new Map(), rows: new Map(), examples: [], problems: yaml.problems }
  }
  const officers = readOfficers(yaml, root.officers, vocabulary)
  const rows = readRows(yaml, root.rows, vocabulary)
  const nodes = yaml.list(root.expectations.value, 'expectations') ?? []
  const examples = nodes.map((node) => readExample(yaml, node, { officers, rows, vocabulary }))
  const readable = examples.filter((example) => example !== undefined)
  return { now: now.data, officers, rows, examples: readable, problems: yaml.problems }
}

function readOfficers(yaml: LinedYaml, entry: Entry, vocabulary: Vocabulary): Map<string, Officer> {
  const officers = new Map<string, Officer>()
  for (const { name, value } of yaml.mapping(entry.value, 'officers')?.values() ?? []) {
    const parts = yaml.record(value, name, ['id', 'agencyId', 'agencyKind', 'region', 'roles'])
    if (!parts) continue
    const attributes = Object.entries(parts).map(([part, { value: node }]) =>
      part === 'roles'
        ? [part, yaml.list(node, part)?.map((role) => known(yaml, role, 'role', vocabulary.roles))]
        : [part, yaml.text(node, part)],
    )
    officers.set(name, Object.fromEntries(attributes))
  }
  return officers
}

function known(yaml: LinedYaml, node: Node, what: string, names: readonly string[]): string | undefined {
  const name = yaml.text(node, what)
  return name === undefined || names.includes(name) ? name : yaml.refuse(node, unknownName(what, name, names))
}

function readRows(yaml: LinedYaml, entry: Entry, vocabulary: Vocabulary): Map<string, ExampleRow> {
  const rows = new Map<string, ExampleRow>()
  for (const { name: subject, value, line } of yaml.mapping(entry.value, 'rows')?.values() ?? []) {
    const definition = own(vocabulary.subjects, subject)
    if (!definition) {
      yaml.refuse(line, unknownName('subject', subject, Object.keys(vocabulary.subjects)))
      continue
    }
    for (const item of yaml.mapping(value, subject)?.values() ?? []) {
      if (rows.has(item.name)) yaml.refuse(item.line, `two rows are called ${item.name}`)
      const named = readRow(yaml, item, { subject, definition, above: rows })
      if (named) rows.set(item.name, named)
    }
  }
  return rows
}

type Above = {
  readonly subject: string
  readonly definition: SubjectDefinition
  readonly above: Map<string, ExampleRow>
}

function readRow(
  yaml: LinedYaml,
  { name, value, line }: Entry,
  { subject, definition, above }: Above,
): ExampleRow | undefined {
  const { like, ...attributes } = attributesOf.catch({}).parse(yaml.plain(value))
  const model = like === undefined ? { subject, row: {} } : above.get(String(like))
  if (model?.subject !== subject) return yaml.refuse(line, `${name} is like ${like}, which is no ${subject} above it`)
  try {
    return { subject, row: { ...model.row, ...rowOf(attributes, definition.fields, definition.relations) } }
  } catch (error) {
    return yaml.refuse(line, `${name} ${(error as Error).message}`)
  }
}

function rowOf(
  plain: Row,
  fields: SubjectDefinition['fields'],
  relations: Readonly<Record<string, RelationDefinition>> = {},
): Row {
  const attributes = Object.entries(plain).map(([name, value]) => {
    const relation = own(relations, name)
    if (relation) {
      const related = listOfRows.safeParse(value)
      if (!related.success) throw new Error(`has no list of rows in ${name}`)
      return [name, related.data.map((row) => rowOf(row, relation.fields))]
    }
    const field = own(fields, name)
    if (!field) throw new Error(`has the unknown attribute ${name}`)
    const held = field.type === 'time' ? (instant.safeParse(value).data ?? value) : value
    if (held !== null && !isOfType[field.type](held)) throw new Error(`holds no ${field.type} in ${name}`)
    return [name, held]
  })
  return Object.fromEntries(attributes)
}

const mayState = ['purpose', 'withheld'] as const

type Cast = {
  readonly officers: ReadonlyMap<string, Officer>
  readonly rows: ReadonlyMap<string, ExampleRow>
  readonly vocabulary: Vocabulary
}

function readExample(yaml: LinedYaml, node: Node, { officers, rows, vocabulary }: Cast): Example | undefined {
  const parts = yaml.record(node, 'an expectation', ['officer', 'action', 'row', 'expect'], mayState)
  if (!parts) return undefined
  const officer = officers.get(known(yaml, parts.officer.value, 'officer', [...officers.keys()]) ?? '')
  const named = rows.get(known(yaml, parts.row.value, 'row', [...rows.keys()]) ?? '')
  const actions = named && own(vocabulary.subjects, named.subject)?.actions
  const action = actions && known(yaml, parts.action.value, 'action', actions)
  const expected = yaml.text(parts.expect.value, 'expect')
  const withholdable = (named && own(vocabulary.subjects, named.subject)?.withholdable) ?? []
  const withheld = parts.withheld
    ? yaml.list(parts.withheld.value, 'withheld')?.map((field) => known(yaml, field, 'field', withholdable))
    : []
  const purpose = parts.purpose && yaml.text(parts.purpose.value, 'purpose')
  if (!officer || !named || !action || !expected || !withheld?.every((field) => field !== undefined)) return undefined
  return { officer, action, ...named, purpose, expected, withheld, line: yaml.lineOf(node) }
}
