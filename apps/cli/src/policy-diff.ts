import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { agencyKindWords, vocabulary } from '@lianban/hub'
import {
  diffPolicies,
  exampleScene,
  generatedScenes,
  loadRules,
  type PolicyDiff,
  type Rule,
  RuleFileError,
} from '@lianban/policy'
import { type Command, UsageError } from './command.ts'
import { changeLines } from './policy-change-lines.ts'

// Generated rows are about conditions and not about a day; grants in them end just before, at and just after this instant.
const instant = new Date('2025-05-21T04:00:00Z')

/** Says who would gain and who would lose what if the rules of one folder were in force instead of those of another. */
export const policyDiff: Command = {
  summary: {
    zh: '比较两套权限规则：谁会获得、谁会失去什么权限，依据哪条规则',
    en: 'compare two sets of permission rules: who would gain and who would lose what, by which rule',
  },
  usage: 'policy diff OLD NEW [--json]',
  options: [
    ['OLD NEW', { zh: '现行规则和改后规则所在目录', en: 'the folders of the present rules and of the changed ones' }],
    ['--json', { zh: '以一行 JSON 输出', en: 'print one line of JSON' }],
  ],
  async run(args, { print }) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    const [old, young, ...more] = positionals
    if (!old || !young || more.length > 0)
      throw new UsageError({ zh: '请指定两个目录：现行的和改后的。', en: 'Name two folders: the old and the new.' })
    const [before, after] = [rulesOf(old), rulesOf(young)]
    const scenes = [
      ...[...new Set([...before, ...after].map(({ file }) => file.replace(/\.yaml$/, '.examples.yaml')))]
        .filter((file) => existsSync(file))
        .map((file) => exampleScene(file, vocabulary)),
      ...generatedScenes({ rules: touched(before, after), vocabulary, agencyKinds: agencyKindWords, now: instant }),
    ]
    const diff = diffPolicies(before, after, { vocabulary, scenes })
    if (values.json) print(JSON.stringify(diff))
    else for (const line of changeLines(diff, vocabulary)) print(line)
    return isSame(diff) ? 0 : 1
  },
}

/** Rules of the kinds of records whose rules differ: nobody's answer can change for the others. */
function touched(before: readonly Rule[], after: readonly Rule[]): Rule[] {
  const { added, removed, edited } = diffPolicies(before, after, { vocabulary, scenes: [] }).rules
  const ids = new Set([...added, ...removed, ...edited])
  const all = [...before, ...after]
  const subjects = new Set(all.filter(({ id }) => ids.has(id)).map(({ subject }) => subject))
  return all.filter(({ subject }) => subjects.has(subject))
}

const isSame = ({ rules: _rules, ...changes }: PolicyDiff): boolean =>
  Object.values(changes).every((some) => some.length === 0)

function rulesOf(folder: string): Rule[] {
  if (!existsSync(folder)) throw new UsageError({ zh: `没有目录 ${folder}。`, en: `There is no folder ${folder}.` })
  try {
    return loadRules(folder, vocabulary)
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error
    throw new UsageError({ zh: `规则文件不能使用：\n${error.message}`, en: 'The rule files cannot be used.' })
  }
}
