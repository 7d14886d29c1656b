import { parseArgs } from 'node:util'
import {
  digestMissing,
  digestMissingLetters,
  dropOtherDigests,
  dropOtherLetterDigests,
  leastSecretBytes,
  makeBlindKey,
} from '@lianban/hub'
import { makeMonotonicClock } from '@lianban/kernel'
import { type Command, UsageError } from './command.ts'
import { withDatabase } from './with-database.ts'

/** After a change of BLIND_HIT_KEY: digests what is not digested under the new key and forgets the digests of others. */
export const digestsRenew: Command = {
  summary: {
    zh: '更换 BLIND_HIT_KEY 后，按新密钥重新生成号码摘要并删除旧摘要',
    en: 'after a change of BLIND_HIT_KEY, digest the numbers anew and forget the old digests',
  },
  usage: 'digests renew',
  options: [
    [
      'BLIND_HIT_KEY',
      {
        zh: '环境变量：新密钥，至少 32 字节，base64；所有服务进程都已换用它之后再执行',
        en: 'environment: the new key, at least 32 bytes, base64; run this once every server process has it',
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
    parseArgs({ args: [...args], options: {} })
    const key = makeBlindKey(secretIn(env.BLIND_HIT_KEY))
    const clock = makeMonotonicClock()
    const [digested, dropped] = await withDatabase({ env }, async (db) => [
      (await digestMissing(db, clock, key)) + (await digestMissingLetters(db, clock, key)),
      (await dropOtherDigests(db, clock, key)) + (await dropOtherLetterDigests(db, clock, key)),
    ])
    print(`已重新生成 digested: ${digested}\n已删除旧摘要 forgotten: ${dropped}`)
    return 0
  },
}

function secretIn(text = ''): Uint8Array {
  const secret = Buffer.from(text, 'base64')
  if (secret.length >= leastSecretBytes) return secret
  throw new UsageError({
    zh: `请在环境变量 BLIND_HIT_KEY 中给出至少 ${leastSecretBytes} 字节的密钥（base64）。`,
    en: `Give a key of at least ${leastSecretBytes} bytes in base64 in the environment variable BLIND_HIT_KEY.`,
  })
}
