import { joined, utf8 } from './bytes.ts'

/** A file in an archive. */
export type Packed = { readonly name: string; readonly bytes: Uint8Array }

const [fileMark, entryMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50]
/** Midnight of the first day that the format knows: when it was packed is said elsewhere, and the same files are the same archive. */
const [time, day] = [0, 0x21]
const [version, isUtf8] = [20, 0x0800]
const [fileHead, entryHead, endHead] = [30, 46, 22]

/** An archive that every system opens (PKWARE APPNOTE 6.3), of files as they are: nothing is compressed. */
export function zipOf(files: readonly Packed[]): Uint8Array {
  const parts: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const called = utf8(name)
    const about = [version, isUtf8, 0, time, day]
    const sizes = [crc32(bytes), bytes.length, bytes.length]
    const head = numbers([[fileMark], about, sizes, [called.length, 0]], [4, 2, 4, 2])
    entries.push(
      numbers([[entryMark], [version, ...about], sizes, [called.length, 0, 0, 0, 0], [0, at]], [4, 2, 4, 2, 4]),
      called,
    )
    parts.push(head, called, bytes)
    at += head.length + called.length + bytes.length
  }
  const length = entries.reduce((sum, { length }) => sum + length, 0)
  const end = numbers([[endMark], [0, 0, files.length, files.length], [length, at], [0]], [4, 2, 4, 2])
  return joined(...parts, ...entries, end)
}

/** The files of an archive that was made as above, to the byte; nothing of any other. */
export function unzipped(archive: Uint8Array): Packed[] | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length)
  const files: Packed[] = []
  let at = 0
  while (at + fileHead <= archive.length && view.getUint32(at, true) === fileMark) {
    const [size, called] = [view.getUint32(at + 22, true), view.getUint16(at + 26, true)]
    const start = at + fileHead + called
    if (start + size > archive.length) return undefined
    const name = new TextDecoder().decode(archive.subarray(at + fileHead, start))
    files.push({ name, bytes: archive.subarray(start, start + size) })
    at = start + size
  }
  // Two readers of one archive must never see two things: whatever differs from the one way to write it is none.
  const rest = entryHead * files.length + endHead
  if (at + rest > archive.length || new Set(files.map(({ name }) => name)).size < files.length) return undefined
  const again = zipOf(files)
  return again.length === archive.length && again.every((byte, i) => byte === archive[i]) ? files : undefined
}

/** Little-endian numbers, each group of as many bytes as is said for it. */
function numbers(groups: readonly (readonly number[])[], widths: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (const [i, group] of groups.entries())
    for (const number of group) for (let byte = 0; byte < widths[i]!; byte++) bytes.push((number >>> (8 * byte)) & 255)
  return Uint8Array.from(bytes)
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 255]!
  return (value ^ 0xffffffff) >>> 0
}
