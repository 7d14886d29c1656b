import { join } from 'node:path'
import { digestOf } from '@lianban/kernel/digest'
import { type Rule, readRules, readRuleTexts, type Vocabulary } from '@lianban/policy'

/** One file below `policies/`, by its path there. */
export type RuleFile = { readonly name: string; readonly text: string }

/** Folders of `policies/` whose files are in force together. */
export const ruleFolders = ['permissions'] as const

/** The files of a folder `policies/`, not looked into yet; a folder that cannot be one is a RuleFileError. */
export const readRuleFiles = (policies: string): RuleFile[] =>
  ruleFolders.flatMap((folder) =>
    readRuleTexts(join(policies, folder)).map(({ name, text }) => ({ name: `${folder}/${name}`, text })),
  )

/** Something in a rule file that keeps the whole set from being used. */
export type FileProblem = { readonly file: string; readonly line: number; readonly what: string }

/** The name of a rule set: the same files with the same texts have the same. */
export const digestOfFiles = (files: readonly RuleFile[]): string =>
  digestOf(files.map(({ name, text }) => ({ name, text })).toSorted((a, b) => (a.name < b.name ? -1 : 1)))

/** The rules in the files, or a RuleFileError that names every problem by file and line. */
export const rulesIn = (files: readonly RuleFile[], vocabulary: Vocabulary): Rule[] =>
  readRules(
    files.map(({ name, text }) => ({ file: `policies/${name}`, text })),
    vocabulary,
  )

/** Acts without which nobody could ever change an officer or a rule again. */
const keys = ['OfficerChange', 'RuleChange'].flatMap((subject) =>
  ['propose', 'approve'].map((action) => ({ subject, action })),
)

export const lockedOut = (rules: readonly Rule[]): string[] =>
  keys
    .filter(({ subject, action }) => !rules.some((rule) => rule.subject === subject && rule.action === action))
    .map(({ subject, action }) => `${action} ${subject}`)
