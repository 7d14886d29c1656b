import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { playSharingExamples, readRuleFiles, ruleSetIn, sharingAnswers, vocabulary } from '@lianban/hub'
import { loadRules, type Problem, type Rule, RuleFileError, runExamples } from '@lianban/policy'
import { type Command, UsageError } from './command.ts'

const ours = fileURLToPath(new URL('../../../policies', import.meta.url))

/** Plays the worked examples beside the permission rules and the files on sharing, and names every one that does not hold. */
export const policyTest: Command = {
  summary: {
    zh: '用旁边的实例检验权限规则和共享规则，列出不成立的实例和没有实例的规则',
    en: 'play the worked examples beside the rules on permission and sharing; name those that do not hold and the rules without any',
  },
  usage: 'policy test [FOLDER]',
  options: [
    [
      'FOLDER',
      {
        zh: 'policies 目录，或只有权限规则的目录；默认为本程序自带的',
        en: 'a policies folder, or one of permission rules alone; by default our own',
      },
    ],
  ],
  async run(args, { print }) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    if (positionals.length > 1) throw new UsageError({ zh: '只能指定一个目录。', en: 'Name one folder only.' })
    const folder = positionals[0] ?? ours
    if (!existsSync(folder)) throw new UsageError({ zh: `没有目录 ${folder}。`, en: `There is no folder ${folder}.` })
    const { passed, problems } = unlessBroken(() => played(folder))
    for (const { file, line, what } of problems) print(`${file}:${line} ${what}`)
    print(
      problems.length > 0
        ? `不成立 does not hold: ${problems.length}，成立 holds: ${passed}`
        : `全部成立 all ${passed} examples hold`,
    )
    return problems.length > 0 ? 1 : 0
  },
}

type Played = { readonly passed: number; readonly problems: readonly Problem[] }

function unlessBroken(play: () => Played): Played {
  try {
    return play()
  } catch (error) {
    if (error instanceof RuleFileError) return { passed: 0, problems: error.problems }
    throw error
  }
}

function played(folder: string): Played {
  const isWhole = existsSync(join(folder, 'permissions'))
  const rules = loadRules(isWhole ? join(folder, 'permissions') : folder, vocabulary)
  const files = [...new Set(rules.map(({ file }) => file))]
  const reports = [...files.map((file) => playedBeside(file, rules)), ...(isWhole ? playedOnSharing(folder) : [])]
  return {
    passed: reports.reduce((sum, { passed }) => sum + passed, 0),
    problems: reports.flatMap(({ problems }) => problems),
  }
}

function playedOnSharing(policies: string): Played[] {
  const set = ruleSetIn(readRuleFiles(policies), vocabulary)
  return Object.keys(sharingAnswers).map((name) => {
    const file = join(policies, 'sharing', `${name}.examples.yaml`)
    if (!existsSync(file)) return { passed: 0, problems: [{ file, line: 1, what: 'is missing' }] }
    return playSharingExamples(set, name, { file, text: readFileSync(file, 'utf8') })
  })
}

function playedBeside(file: string, rules: readonly Rule[]): Played {
  const examples = file.replace(/\.yaml$/, '.examples.yaml')
  const own = rules.filter((rule) => rule.file === file)
  const { passed, problems, exercised } = existsSync(examples)
    ? runExamples({ rules, vocabulary }, examples)
    : { passed: 0, problems: [], exercised: new Set<string>() }
  const untried = own.filter(({ id }) => !exercised.has(id))
  return {
    passed,
    problems: [...problems, ...untried.map(({ id, line }) => ({ file, line, what: `${id} has no example` }))],
  }
}
