import { isScalar, type Node } from 'yaml'
import type { LinedYaml } from './lined-yaml.ts'
import { readWhen } from './read-when.ts'
import { type Rule, RuleId, type When } from './rule.ts'
import { own, type SubjectDefinition, type Vocabulary } from './vocabulary.ts'

const parts = ['id', 'roles', 'action', 'subject', 'when', 'because'] as const

/** One rule of a file, or undefined after noting in `yaml.problems` everything that is wrong with it. */
export function readRule(yaml: LinedYaml, node: Node, vocabulary: Vocabulary): Rule | undefined {
  const record = yaml.record(node, 'a rule', parts)
  if (!record) return undefined
  const id = RuleId.safeParse(yaml.text(record.id.value, 'id'))
  if (!id.success) yaml.refuse(record.id.value, 'id must be capitals joined by hyphens, such as CASE-READ-OWN')
  const roles = readRoles(yaml, record.roles.value, vocabulary)
  const subject = yaml.text(record.subject.value, 'subject')
  const definition = subject && own(vocabulary.subjects, subject)
  if (subject && !definition) yaml.refuse(record.subject.value, `unknown subject ${subject}`)
  const action = yaml.text(record.action.value, 'action')
  const because = yaml.record(record.because.value, 'because', ['zh', 'en'])
  const zh = because && yaml.text(because.zh.value, 'because.zh')
  const en = because && yaml.text(because.en.value, 'because.en')
  if (!definition) return undefined
  const when = readConditions(yaml, record.when.value, definition)
  if (action && !definition.actions.includes(action)) {
    return yaml.refuse(record.action.value, `unknown action ${action} of ${subject}`)
  }
  if (!id.success || !roles || !subject || !action || !when || !zh || !en) return undefined
  return { id: id.data, roles, action, subject, when, because: { zh, en }, file: yaml.file, line: yaml.lineOf(node) }
}

function readRoles(yaml: LinedYaml, node: Node, vocabulary: Vocabulary): string[] | undefined {
  const roles = yaml.list(node, 'roles')?.map((item) => {
    const role = yaml.text(item, 'a role')
    return role && !vocabulary.roles.includes(role) ? yaml.refuse(item, `unknown role ${role}`) : role
  })
  return roles?.every((role) => role !== undefined) ? roles : undefined
}

/** A rule without conditions has to say so: leaving them out by mistake must not open every row. */
function readConditions(yaml: LinedYaml, node: Node, definition: SubjectDefinition): When | undefined {
  if (isScalar(node) && node.value === 'always') return {}
  return readWhen(yaml, node, 'when', definition)
}
