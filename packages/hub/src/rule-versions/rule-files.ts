import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '@lianban/kernel/digest'
import { type Problem, RuleFileError, readRuleTexts } from '@lianban/policy'

/** One file below `policies/`, by its path there. */
export type RuleFile = { readonly name: string; readonly text: string }

/** Folders of `policies/` whose files are in force together. */
export const ruleFolders = ['permissions', 'sharing'] as const

/** The files of a folder `policies/`, not looked into yet; a folder that cannot be one is a RuleFileError. */
export const readRuleFiles = (policies: string): RuleFile[] =>
  ruleFolders.flatMap((folder) => {
    const dir = join(policies, folder)
    if (!existsSync(dir)) throw new RuleFileError([{ file: dir, line: 1, what: 'is not there' }])
    return readRuleTexts(dir).map(({ name, text }) => ({ name: `${folder}/${name}`, text }))
  })

/** The files of one folder of `policies/`. */
export const filesIn = (files: readonly RuleFile[], folder: (typeof ruleFolders)[number]): RuleFile[] =>
  files.filter(({ name }) => name.startsWith(`${folder}/`))

/** Something in a rule file that keeps the whole set from being used. */
export type FileProblem = Problem

/** The name of a rule set: the same files with the same texts have the same. */
export const digestOfFiles = (files: readonly RuleFile[]): string =>
  digestOf(files.map(({ name, text }) => ({ name, text })).toSorted((a, b) => (a.name < b.name ? -1 : 1)))
