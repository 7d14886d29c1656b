import { parseArgs } from 'node:util'
import { CopyDiffers, copyLog as copy } from '@lianban/audit'
import { bothLines, type Command, UsageError } from './command.ts'
import { withDatabase } from './with-database.ts'

/** Copies the log to a second place, holds all of the copy against it, and tells where the two differ. */
export const copyLog: Command = {
  summary: {
    zh: '把审计日志复制到第二处并逐块核对，不一致即报警，已有内容从不覆盖',
    en: 'copy the log to a second place and compare all of it; what differs is told and never written over',
  },
  usage: 'copy-log --to DIR',
  options: [
    [
      '--to DIR',
      {
        zh: '第二处的目录，例如从另一台机器挂载的目录；与 AUDIT_COPY_DIR 是同一布局',
        en: 'the folder, such as one mounted from another machine; the same layout as AUDIT_COPY_DIR',
      },
    ],
    [
      'DATABASE_URL',
      {
        zh: '环境变量：数据库地址；未设置时用 DATA_DIR（默认 .lianban）中的内置数据库',
        en: 'environment: where the database is; without it, the built-in one in DATA_DIR (.lianban)',
      },
    ],
  ],
  async run(args, { env, print }) {
    const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } })
    const folder = values.to
    if (!folder) throw new UsageError({ zh: '须用 --to 给出目录。', en: 'Name the folder with --to.' })
    try {
      const { size, files } = await withDatabase({ env }, (db) => copy(db, folder, { isWhole: true }))
      print(
        bothLines({
          zh: `副本已核对，共 ${size} 条，新写入 ${files} 个文件。`,
          en: `The copy holds all ${size} entries and was compared; ${files} files are new.`,
        }),
      )
      return 0
    } catch (error) {
      if (!(error instanceof CopyDiffers)) throw error
      print(
        bothLines({
          zh: `警报：副本与日志不一致（${error.path}）。两者之一被改动过，请勿覆盖，保全后核查。`,
          en: `ALARM: the copy differs from the log (${error.path}). One of them was rewritten: keep both as they are and look into it.`,
        }),
      )
      return 1
    }
  },
}
