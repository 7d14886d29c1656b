import { UploadRefusal } from './faults.ts'

/** The header `Upload-Metadata`: pairs of a key and a value in base64. */
export function metadataIn(header: string | undefined): Readonly<Record<string, string>> {
  if (!header) return {}
  const pairs = header.split(',').map((pair) => {
    const [key = '', value = ''] = pair.trim().split(' ')
    if (!/^[\x21-\x2b\x2d-\x7e]+$/.test(key) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
      throw new UploadRefusal('malformed')
    return [key, Buffer.from(value, 'base64').toString()] as const
  })
  return Object.fromEntries(pairs)
}
