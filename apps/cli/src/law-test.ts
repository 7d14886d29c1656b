import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runLawExamples } from '@lianban/law'
import { type Command, UsageError } from './command.ts'

const ours = fileURLToPath(new URL('../../../policies/law', import.meta.url))

/** Plays the worked examples beside the law, and names every one that does not hold. */
export const lawTest: Command = {
  summary: {
    zh: '用旁边的实例检验法律规则数据，列出不成立的实例和没有实例的条目',
    en: 'play the worked examples beside the law; name those that do not hold and the rows without any',
  },
  usage: 'law test [FOLDER]',
  options: [['FOLDER', { zh: '法律规则数据所在目录；默认为本程序自带的', en: 'where the law is; by default our own' }]],
  async run(args, { print }) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    if (positionals.length > 1) throw new UsageError({ zh: '只能指定一个目录。', en: 'Name one folder only.' })
    const folder = positionals[0] ?? ours
    if (!existsSync(folder)) throw new UsageError({ zh: `没有目录 ${folder}。`, en: `There is no folder ${folder}.` })
    const { passed, problems } = runLawExamples(folder)
    for (const { file, line, what } of problems) print(`${file}:${line} ${what}`)
    print(
      problems.length > 0
        ? `不成立 does not hold: ${problems.length}，成立 holds: ${passed}`
        : `全部成立 all ${passed} examples hold`,
    )
    return problems.length > 0 ? 1 : 0
  },
}
