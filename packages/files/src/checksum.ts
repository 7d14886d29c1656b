import { createHash } from 'node:crypto'
import { UploadRefusal } from './faults.ts'

export const checksumAlgorithms = ['sha256', 'sha1', 'md5'] as const

export type Checksum = { readonly algorithm: (typeof checksumAlgorithms)[number]; readonly digest: string }

/** The header `Upload-Checksum`: an algorithm and a digest in base64. */
export function checksumIn(header: string | undefined): Checksum | undefined {
  if (header === undefined) return undefined
  const [name = '', digest = ''] = header.split(' ')
  const algorithm = checksumAlgorithms.find((one) => one === name)
  if (!algorithm || !digest) throw new UploadRefusal('malformed')
  return { algorithm, digest }
}

/** A body whose sum is taken on the way, if there is one to compare it with. */
export function checked(body: AsyncIterable<Buffer>, checksum: Checksum | undefined) {
  if (!checksum) return { body, isRight: () => true }
  const hash = createHash(checksum.algorithm)
  async function* summed() {
    for await (const chunk of body) {
      hash.update(chunk)
      yield chunk
    }
  }
  return { body: summed(), isRight: () => hash.digest('base64') === checksum.digest }
}
