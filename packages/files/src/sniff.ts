import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** What the bytes of a file are, whatever its name says; nothing for bytes that nobody knows. */
export type Sniffed = { readonly mime: string; readonly ext: string }

const text: Sniffed = { mime: 'text/plain', ext: 'txt' }
const unknown: Sniffed = { mime: 'application/octet-stream', ext: '' }
const lookedAt = 64 * 1024

/** Tells the type of a file from its bytes. Text has no mark of its own: it is what reads as text from end to end of its first part. */
export async function sniff(path: string): Promise<Sniffed> {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found) return { mime: found.mime, ext: found.ext }
  return (await readsAsText(path)) ? text : unknown
}

async function readsAsText(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAt), 0, lookedAt, 0)
    const bytes = buffer.subarray(0, bytesRead)
    return bytes.length > 0 && ['utf-8', 'gb18030'].some((encoding) => isText(bytes, encoding))
  } finally {
    await file.close()
  }
}

/** The last character may be cut through. */
function isText(bytes: Buffer, encoding: string): boolean {
  try {
    const read = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return !/[\p{Cc}\p{Co}\p{Cn}]/u.test(read.replace(/[\t\n\f\r]/g, ''))
  } catch {
    return false
  }
}

/** Endings that mean the same. */
const alike: readonly (readonly string[])[] = [
  ['jpg', 'jpeg', 'jpe', 'jfif'],
  ['tif', 'tiff'],
  ['mp4', 'm4v', 'mov', '3gp'],
  ['m4a', 'mp4'],
  ['ogg', 'oga', 'ogv', 'opus'],
  ['cfb', 'doc', 'xls', 'ppt', 'wps', 'et', 'dps', 'msg'],
  ['zip', 'ofd', 'apk', 'jar'],
  ['txt', 'csv', 'log', 'md', 'json', 'tsv', 'ini', 'sql', 'html', 'htm', 'eml'],
  ['xml', 'svg', 'html', 'htm', 'txt'],
]

/** Whether a name ends as files of this type do. One without an ending, or bytes that nobody knows, say nothing against it. */
export function endingAgrees(name: string, { ext }: Sniffed): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  if (!ending || !ext || ending === ext) return true
  return alike.some((group) => group.includes(ending) && group.includes(ext))
}
