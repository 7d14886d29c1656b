import { type Rule, RuleFileError, readRules, type Vocabulary } from '@lianban/policy'
import { type Measures, measureNames, readMeasures } from '../measures/index.ts'
import { type AutoShareRule, readAutoShares } from '../sharing/index.ts'
import { type FileProblem, filesIn, type RuleFile } from './rule-files.ts'

/** All that two administrators change together: who may do what, what holds for every share, and what is shared by itself. */
export type RuleSet = {
  readonly rules: readonly Rule[]
  readonly measures: Measures
  readonly autoShares: readonly AutoShareRule[]
}

/** The rule set in the files, or a RuleFileError that names every problem of any of them by file and line. */
export function ruleSetIn(files: readonly RuleFile[], vocabulary: Vocabulary): RuleSet {
  const problems: FileProblem[] = strangers(files)
  const tried = <Read>(read: () => Read): Read | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error
      problems.push(...error.problems)
      return undefined
    }
  }
  const rules = tried(() => permissionsIn(files, vocabulary))
  const measures = tried(() => measuresIn(files))
  const autoShares = tried(() => autoSharesIn(files))
  if (problems.length > 0 || !rules || !measures || !autoShares) throw new RuleFileError(problems)
  return { rules, measures, autoShares }
}

/** The permission rules alone: all that a version says which was kept before the others came under versions. */
export const permissionsIn = (files: readonly RuleFile[], vocabulary: Vocabulary): Rule[] =>
  readRules(
    filesIn(files, 'permissions').map(({ name, text }) => ({ file: `policies/${name}`, text })),
    vocabulary,
  )

export const measuresIn = (files: readonly RuleFile[]): Measures =>
  readMeasures((name) => sharingFile(files, `sharing/${name}.yaml`))

const autoShareName = 'sharing/auto-share.yaml'

export function autoSharesIn(files: readonly RuleFile[]): AutoShareRule[] {
  const { file, text } = sharingFile(files, autoShareName)
  if (text === undefined) throw new RuleFileError([{ file, line: 1, what: 'is missing' }])
  return readAutoShares(file, text)
}

const sharingFile = (files: readonly RuleFile[], name: string): { file: string; text: string | undefined } => ({
  file: `policies/${name}`,
  text: files.find((file) => file.name === name)?.text,
})

/** A misspelt file name must not silently put nothing in force. */
function strangers(files: readonly RuleFile[]): FileProblem[] {
  const known = [autoShareName, ...measureNames.map((name) => `sharing/${name}.yaml`)]
  return files
    .filter(({ name }) => !name.startsWith('permissions/') && !known.includes(name))
    .map(({ name }) => ({ file: `policies/${name}`, line: 1, what: `is none of ${known.join(', ')}` }))
}

/** Acts without which nobody could ever change an officer or a rule again. */
const keys = ['OfficerChange', 'RuleChange'].flatMap((subject) =>
  ['propose', 'approve'].map((action) => ({ subject, action })),
)

export const lockedOut = ({ rules }: RuleSet): string[] =>
  keys
    .filter(({ subject, action }) => !rules.some((rule) => rule.subject === subject && rule.action === action))
    .map(({ subject, action }) => `${action} ${subject}`)
