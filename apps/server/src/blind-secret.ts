import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leastSecretBytes } from '@lianban/hub'
import { NotReady } from './not-ready.ts'

/** The secret of blind hits where the environment names none: made once beside the data, for its owner’s eyes only. */
export function blindSecretIn(dataDir: string): Buffer {
  const file = join(dataDir, 'blind-hit.key')
  try {
    writeFileSync(file, randomBytes(leastSecretBytes).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const secret = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (secret.length >= leastSecretBytes) return secret
  throw new NotReady({
    zh: `密钥文件 ${file} 不完整。请恢复备份；若无备份，删除该文件后重新启动，号码摘要会重新生成。`,
    en: `The key file ${file} is not whole. Restore it from a backup; without one, delete it and start again, and the digests are made anew.`,
  })
}
