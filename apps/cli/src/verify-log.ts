import { parseArgs } from 'node:util'
import {
  parseVerifierKey,
  type RecordedHead,
  type Verdict,
  type VerifierKey,
  verifyCopy,
  verifyDatabase,
} from '@lianban/audit'
import { bothLines, type Command, UsageError } from './command.ts'
import { withDatabase } from './with-database.ts'

/** Recomputes the whole audit log of a database and names the first entry that is wrong. */
export const verifyLog: Command = {
  summary: {
    zh: '校验整个审计日志，指出第一处错误',
    en: 'verify the whole audit log and name the first thing that is wrong',
  },
  usage: 'verify-log [--copy DIR] [--key KEY] [--head SIZE:ROOT]... [--json]',
  options: [
    [
      '--copy DIR',
      {
        zh: '校验此目录中的日志副本，而不是数据库',
        en: 'verify the copy of the log in this folder instead of a database',
      },
    ],
    [
      '--key KEY',
      {
        zh: '日志的公钥（name+id+base64）；给出后每个检查点都须由它签署',
        en: 'the public key of the log (name+id+base64), by which every checkpoint must then be signed',
      },
    ],
    [
      '--head SIZE:ROOT',
      {
        zh: '您以前记下的记录头；它必须是本日志的前缀',
        en: 'a head you wrote down earlier; it must be a prefix of this log',
      },
    ],
    ['--json', { zh: '以一行 JSON 输出结论', en: 'print the verdict as one line of JSON' }],
    [
      'DATABASE_URL',
      {
        zh: '环境变量：数据库地址；未设置时用 DATA_DIR（默认 .lianban）中的内置数据库',
        en: 'environment: where the database is; without it, the built-in one in DATA_DIR (.lianban)',
      },
    ],
  ],
  async run(args, { env, print }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        copy: { type: 'string' },
        key: { type: 'string' },
        head: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    })
    const held = {
      heads: (values.head ?? []).map(headOf),
      key: values.key === undefined ? undefined : keyOf(values.key),
    }
    const verdict = await (values.copy
      ? verifyCopy(values.copy, held)
      : withDatabase({ env }, (db) => verifyDatabase(db, held)))
    print(values.json ? JSON.stringify(verdict) : wordsFor(verdict))
    return verdict.intact ? 0 : 1
  },
}

function keyOf(text: string): VerifierKey {
  const key = parseVerifierKey(text)
  if (key?.kind === 'log') return key
  throw new UsageError({ zh: `“${text}”不是日志的公钥。`, en: `"${text}" is not the public key of a log.` })
}

function headOf(text: string): RecordedHead {
  const [, size, root] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? []
  if (size && root) return { size: Number(size), rootHash: Buffer.from(root, 'hex') }
  throw new UsageError({
    zh: `--head 应为“条数:根哈希（64 位十六进制）”，而不是“${text}”。`,
    en: `--head wants SIZE:ROOT, the root as 64 hexadecimal digits, not "${text}".`,
  })
}

function wordsFor(verdict: Verdict): string {
  if (!verdict.intact) return `不完整 NOT intact\n${bothLines(verdict.problem)}`
  const waiting = verdict.queued > 0 ? `\n等待入树 waiting for the tree: ${verdict.queued}` : ''
  return `完整 intact: ${verdict.size} entries, root ${verdict.rootHash}${waiting}`
}
