import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeKeyText, makeSigner, type Signer } from '@lianban/audit'
import { NotReady } from './not-ready.ts'

/** The log's key where the environment names none: made once beside the data, for its owner's eyes only. */
export function logKeyIn(dataDir: string, publicOrigin: string): string {
  const file = join(dataDir, 'audit-log.key')
  try {
    // The origin of a log is its address without the scheme (C2SP tlog-tiles); it stays what it was when the key was made.
    const key = makeKeyText(`${new URL(publicOrigin).host}/log`, 'log')
    writeFileSync(file, `${key}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** The signer, or in a sentence why there is none. */
export function signerOf(keyText: string): Signer {
  try {
    return makeSigner(keyText)
  } catch (error) {
    throw new NotReady(
      {
        zh: '审计日志的签名密钥无效。请恢复备份的密钥（AUDIT_LOG_KEY，或数据目录中的 audit-log.key）；换用新密钥会使此前的检查点无法核对。',
        en: 'The signing key of the audit log is not valid. Restore it from a backup (AUDIT_LOG_KEY, or audit-log.key beside the data): under another key the checkpoints so far could not be checked.',
      },
      error,
    )
  }
}
