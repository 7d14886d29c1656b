import { readFileSync } from 'node:fs'
import { parseTrust, type Signer, type Trust, verifierKeyText } from '@lianban/audit'
import { parse } from 'yaml'
import { z } from 'zod'
import { NotReady } from './not-ready.ts'

const Policy = z.strictObject({
  witnesses: z.array(z.strictObject({ agency: z.string().regex(/^[a-z0-9-]{2,40}$/), key: z.string() })),
  quorum: z.array(z.strictObject({ need: z.int().positive(), of: z.array(z.string()).min(1) })),
})

/** Whom a verifier is to believe, from the file that says who watches; a file that says nothing sensible stops the start. */
export function readTrust(file: string, { key }: Signer): Trust {
  try {
    const trust = parseTrust({ log: verifierKeyText(key), ...Policy.parse(parse(readFileSync(file, 'utf8'))) })
    if (trust) return trust
    throw new RangeError('a key is not one, or a quorum could never be met')
  } catch (error) {
    throw new NotReady(
      {
        zh: `见证配置 ${file} 有误，未启动。请核对见证单位的公钥，以及所需见证数不超过所列单位数。`,
        en: `The file of witnesses ${file} is not valid, so nothing was started. Check the keys, and that no quorum needs more agencies than it lists.`,
      },
      error,
    )
  }
}
