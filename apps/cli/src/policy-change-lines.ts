import type { Sentence } from '@lianban/kernel'
import type { Change, FieldChange, PolicyDiff, Vocabulary } from '@lianban/policy'

/** A comparison of rules as lines to read: what changed in the rules, then by rule who gains and who loses what. */
export function changeLines(diff: PolicyDiff, vocabulary: Vocabulary): string[] {
  const { added, removed, edited } = diff.rules
  const rules = [
    ...(added.length ? [`新增规则 rules added: ${added.join(', ')}`] : []),
    ...(removed.length ? [`删除规则 rules removed: ${removed.join(', ')}`] : []),
    ...(edited.length ? [`改动规则 rules edited: ${edited.join(', ')}`] : []),
  ]
  const changes = [
    ...section('获得 gain', diff.gains, vocabulary),
    ...section('失去 lose', diff.losses, vocabulary),
    ...fieldSection('可以看到更多 see more', diff.fieldGains, vocabulary),
    ...fieldSection('不再看到 no longer see', diff.fieldLosses, vocabulary),
    ...section('权限不变、理由改变 the same for another reason', diff.reasons, vocabulary),
  ]
  const none = rules.length
    ? '规则文字有改动，没有人因此获得或失去权限。\nThe rules read otherwise, and nobody gains or loses anything.'
    : '两套规则相同。\nThe rules are the same.'
  return changes.length ? [...rules, ...changes] : [...rules, none]
}

function section(title: string, changes: readonly Change[], vocabulary: Vocabulary): string[] {
  if (changes.length === 0) return []
  const byRule = Map.groupBy(changes, ({ before, after }) => (after ?? before)!.rule)
  return ['', title, ...[...byRule].flatMap(([rule, all]) => [`  ${rule}`, ...alike(all, vocabulary)])]
}

/** Personas who still read, and what of it they come to see or see no longer. */
function fieldSection(title: string, changes: readonly FieldChange[], vocabulary: Vocabulary): string[] {
  if (changes.length === 0) return []
  const byFields = Map.groupBy(changes, ({ subject, fields }) => JSON.stringify([subject, fields]))
  return [
    '',
    title,
    ...[...byFields.values()].flatMap((all) => {
      const { subject, fields } = all[0]!
      const words = vocabulary.subjects[subject]?.withholdableWords ?? {}
      const named = fields.map((field) => words[field] ?? { zh: field, en: field })
      return [
        `  ${named.map(({ zh }) => zh).join('、')} / ${named.map(({ en }) => en).join(', ')}`,
        ...alike(all, vocabulary),
      ]
    }),
  ]
}

/** Personas that fare alike before the same rows are told together. */
function alike(changes: readonly Change[], vocabulary: Vocabulary): string[] {
  const byPersona = Map.groupBy(changes, ({ persona, action, subject }) =>
    JSON.stringify([persona.name.en, action, subject]),
  )
  const groups = Map.groupBy([...byPersona.values()], (all) =>
    JSON.stringify([all[0]?.action, all[0]?.subject, all.map(({ row }) => row.en)]),
  )
  return [...groups.values()].flatMap((fares) => {
    const { action, subject } = fares[0]![0]!
    const act = vocabulary.subjects[subject]?.actionWords?.[action] ?? { zh: action, en: action }
    const names = distinct(fares.map(([first]) => first!.persona.name))
    const rows = distinct(fares[0]!.map(({ row }) => row))
    return [
      `    ${names.map(({ zh }) => zh).join('、')}：${act.zh}`,
      `    ${names.map(({ en }) => en).join(', ')}: ${act.en}`,
      ...rows.slice(0, shown).map(({ zh, en }) => (zh === en ? `      · ${zh}` : `      · ${zh} / ${en}`)),
      ...(rows.length > shown ? [`      … 另有 ${rows.length - shown} 种记录 and ${rows.length - shown} more`] : []),
    ]
  })
}

const shown = 5

const distinct = (names: readonly Sentence[]): Sentence[] => [...new Map(names.map((one) => [one.en, one])).values()]
