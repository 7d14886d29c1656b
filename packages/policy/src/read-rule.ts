import { type Entry, type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { isScalar, type Node } from 'yaml'
import { askedValues, officerFields } from './asked.ts'
import { flawInSql } from './in-sql.ts'
import { contradictionIn, roleNowhere } from './never-holds.ts'
import { readWhen } from './read-when.ts'
import { type Rule, RuleId, type When } from './rule.ts'
import { own, type SubjectDefinition, type Vocabulary } from './vocabulary.ts'

const parts = ['id', 'roles', 'action', 'subject', 'when', 'because'] as const
const mayHave = ['fields', 'withholds'] as const

/** One rule of a file, or undefined after noting in `yaml.problems` everything that is wrong with it. */
export function readRule(yaml: LinedYaml, node: Node, vocabulary: Vocabulary): Rule | undefined {
  const record = yaml.record(node, 'a rule', parts, mayHave)
  if (!record) return undefined
  const id = RuleId.safeParse(yaml.text(record.id.value, 'id'))
  if (!id.success) yaml.refuse(record.id.value, 'id must be capitals joined by hyphens, such as CASE-READ-OWN')
  const roles = readRoles(yaml, record.roles.value, vocabulary)
  const subject = yaml.text(record.subject.value, 'subject')
  const definition = subject && own(vocabulary.subjects, subject)
  if (subject && !definition)
    yaml.refuse(record.subject.value, unknownName('subject', subject, Object.keys(vocabulary.subjects)))
  const action = yaml.text(record.action.value, 'action')
  const because = yaml.record(record.because.value, 'because', ['zh', 'en'])
  const zh = because && yaml.text(because.zh.value, 'because.zh')
  const en = because && yaml.text(because.en.value, 'because.en')
  if (!definition || !action) return undefined
  if (!definition.actions.includes(action)) {
    return yaml.refuse(record.action.value, unknownName('action', action, definition.actions, ` of ${subject}`))
  }
  const when = readConditions(yaml, record.when.value, { definition, action, vocabulary })
  const withholds = readWithheld(yaml, record, { definition, action })
  if (!id.success || !roles || !subject || !when || !withholds || !zh || !en) return undefined
  const place = { file: yaml.file, line: yaml.lineOf(node), text: `- ${yaml.written(node)}\n` }
  const rule = { id: id.data, roles, action, subject, when, withholds, because: { zh, en }, ...place }
  const stray = roleNowhere(roles, when, vocabulary)
  if (stray) return yaml.refuse(record.roles.value, stray)
  const flaw = contradictionIn(when, definition, vocabulary) ?? flawInSql(rule, definition)
  return flaw ? yaml.refuse(record.when.value, flaw) : rule
}

function readRoles(yaml: LinedYaml, node: Node, vocabulary: Vocabulary): string[] | undefined {
  const roles = yaml.list(node, 'roles')?.map((item) => {
    const role = yaml.text(item, 'a role')
    return role && !vocabulary.roles.includes(role)
      ? yaml.refuse(item, unknownName('role', role, vocabulary.roles))
      : role
  })
  return roles?.every((role) => role !== undefined) ? roles : undefined
}

type Of = { readonly definition: SubjectDefinition; readonly action: string }

/** A rule without conditions has to say so: leaving them out by mistake must not open every row. */
function readConditions(
  yaml: LinedYaml,
  node: Node,
  { definition, action, vocabulary }: Of & { vocabulary: Vocabulary },
): When | undefined {
  if (isScalar(node) && node.value === 'always') return {}
  const asked = new Set(Object.keys(askedValues))
  if (!definition.withPurpose?.includes(action)) asked.delete('$purpose')
  return readWhen(yaml, node, 'when', { ...definition, officer: officerFields(vocabulary), asked })
}

/** Either only some fields are shown, or some are withheld; both come down to what is withheld. */
function readWithheld(
  yaml: LinedYaml,
  { fields, withholds }: { fields?: Entry; withholds?: Entry },
  { definition, action }: Of,
): readonly string[] | undefined {
  const entry = fields ?? withholds
  if (!entry) return []
  if (fields && withholds) return yaml.refuse(withholds.line, 'a rule names the fields it shows or withholds, not both')
  if (action !== 'read') return yaml.refuse(entry.line, `only a rule to read has ${entry.name}`)
  const known = definition.withholdable ?? []
  const named = yaml.list(entry.value, entry.name)?.map((item) => {
    const name = yaml.text(item, 'a field')
    return name && !known.includes(name) ? yaml.refuse(item, unknownName('field', name, known)) : name
  })
  if (!named?.every((name) => name !== undefined)) return undefined
  return withholds ? named : known.filter((field) => !named.includes(field))
}
