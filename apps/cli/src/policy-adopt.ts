import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { adoptOffline, readRuleFiles, shortDigest, vocabulary } from '@lianban/hub'
import { makeMonotonicClock } from '@lianban/kernel'
import { RuleFileError } from '@lianban/policy'
import { type Command, UsageError } from './command.ts'
import { withOwnedDatabase } from './with-database.ts'

const ours = fileURLToPath(new URL('../../../policies', import.meta.url))

/** Puts rule files in force without two administrators: for whoever owns the database, and said so in the log. */
export const policyAdopt: Command = {
  summary: {
    zh: '以数据库所有者身份使规则文件生效（离线操作，记入审计日志）',
    en: 'put rule files in force as the owner of the database (offline; entered in the audit log)',
  },
  usage: 'policy adopt --because TEXT [FOLDER]',
  options: [
    ['--because TEXT', { zh: '为什么不经两名管理员办理', en: 'why this is not done by two administrators' }],
    ['FOLDER', { zh: 'policies 目录；默认为本程序自带的', en: 'a policies folder; by default our own' }],
    [
      'DATABASE_OWNER_URL',
      {
        zh: '环境变量：数据库所有者的地址；未设置时用 DATA_DIR（默认 .lianban）中的内置数据库',
        en: 'environment: the database under its owner’s login; without it, the built-in one in DATA_DIR (.lianban)',
      },
    ],
  ],
  async run(args, { env, print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { because: { type: 'string' } },
    })
    const because = values.because?.trim() ?? ''
    if (because === '' || because.length > 200)
      throw new UsageError({
        zh: '请用 --because 说明理由（200 字以内）。',
        en: 'Say why with --because, in 200 characters.',
      })
    const folder = positionals[0] ?? ours
    if (positionals.length > 1 || !existsSync(folder))
      throw new UsageError({ zh: `没有目录 ${folder}。`, en: `There is no folder ${folder}.` })
    try {
      const files = readRuleFiles(folder)
      const clock = makeMonotonicClock()
      const adopted = await withOwnedDatabase({ env }, (db) => adoptOffline({ db, clock, vocabulary }, files, because))
      print(
        adopted
          ? `已生效 in force: version ${adopted.serial}, ${shortDigest(adopted.digest)}`
          : '这些规则已是现行规则 these rules are in force already',
      )
      return 0
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error
      for (const { file, line, what } of error.problems) print(`${file}:${line} ${what}`)
      return 1
    }
  },
}
