/** Steps along the bytes of canonical JSON, four at a time: each answers where what it wants ends, and -1 where else stands. */

const [quote, backslash, dash, opening, closing, zero] = [0x22, 0x5c, 0x2d, 0x7b, 0x7d, 0x30]

/** The four hexadecimal digits of two bytes, as they stand behind each other: reckoned, since a table of them has no room near the processor. */
function digitsOf(bytes: number): number {
  const digits = ((bytes & 0xf000) << 12) | ((bytes & 0xf00) << 8) | ((bytes & 0xf0) << 4) | (bytes & 0xf)
  return digits + 0x30303030 + (((digits + 0x06060606) >> 4) & 0x01010101) * 39
}

/** A piece of JSON to look for, at least four bytes long: its bytes by fours, and the last four, which may lie over others. */
export type Word = { readonly length: number; readonly fours: Int32Array; readonly last: number }

export function wordOf(text: string): Word {
  const bytes = new TextEncoder().encode(text)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const fours = Int32Array.from({ length: Math.floor((bytes.length - 1) / 4) }, (_, i) => view.getInt32(i * 4))
  return { length: bytes.length, fours, last: view.getInt32(bytes.length - 4) }
}

/** This word. */
export function past(bytes: DataView, at: number, word: Word): number {
  const { length, fours } = word
  if (at < 0 || at + length > bytes.byteLength || bytes.getInt32(at + length - 4) !== word.last) return -1
  for (let i = 0; i < fours.length; i++) if (bytes.getInt32(at + i * 4) !== fours[i]) return -1
  return at + length
}

/** A quotation mark. */
export const pastMark = (bytes: DataView, at: number): number =>
  at >= 0 && at < bytes.byteLength && bytes.getUint8(at) === quote ? at + 1 : -1

/** The same text as stands at another place, and nothing that JSON writes in another way. */
export function pastText(bytes: DataView, at: number, from: number, length: number): number {
  if (at < 0 || length < 0 || at + length > bytes.byteLength) return -1
  let i = 0
  for (; i + 4 <= length; i += 4) {
    const four = bytes.getInt32(from + i)
    if (four !== bytes.getInt32(at + i) || hasZero(four ^ fourQuotes) || hasZero(four ^ fourBackslashes)) return -1
  }
  for (; i < length; i++) {
    const byte = bytes.getUint8(from + i)
    if (byte !== bytes.getUint8(at + i) || byte === quote || byte === backslash) return -1
  }
  return at + length
}

/** The sixteen bytes at another place, as an id is written, with the quotation mark after it. */
export function pastId(bytes: DataView, start: number, from: number): number {
  if (start < 0 || start + 37 > bytes.byteLength) return -1
  let at = start
  for (let i = 0; i < 16; i += 2, at += 4) {
    if (i === 4 || i === 6 || i === 8 || i === 10) if (bytes.getUint8(at++) !== dash) return -1
    if (bytes.getInt32(at) !== digitsOf(bytes.getUint16(from + i))) return -1
  }
  return bytes.getUint8(at) === quote ? at + 1 : -1
}

/** The digits of a number, none of them without need. */
export function pastNumber(bytes: DataView, start: number, number: number): number {
  if (start < 0) return -1
  const end = bytes.byteLength
  let [at, read] = [start, 0]
  for (; at < end; at++) {
    const digit = bytes.getUint8(at) - zero
    if (digit < 0 || digit > 9) break
    read = read * 10 + digit
  }
  const isPlain = at > start && (bytes.getUint8(start) !== zero || at === start + 1)
  return isPlain && read === number ? at : -1
}

/** A member of text that need not be there, whatever it says; one with escapes in it is for a parser. */
export function pastAnyText(bytes: DataView, at: number, word: Word): number {
  const value = past(bytes, at, word)
  return value < 0 ? at : pastQuote(bytes, value)
}

/** An object of plain members that need not be there. */
export function pastAnyObject(bytes: DataView, start: number, word: Word): number {
  let at = past(bytes, start, word)
  if (at < 0) return start
  const end = bytes.byteLength
  while (at >= 0 && at < end) {
    const byte = bytes.getUint8(at++)
    if (byte === closing) return at
    if (byte === opening || byte === backslash) return -1
    if (byte === quote) at = pastQuote(bytes, at)
  }
  return -1
}

/** Four bytes at a time as long as there is neither a quotation mark nor a backslash among them. */
function pastQuote(bytes: DataView, start: number): number {
  const end = bytes.byteLength
  let at = start
  for (; at + 4 <= end; at += 4) {
    const four = bytes.getInt32(at)
    if (hasZero(four ^ fourQuotes) || hasZero(four ^ fourBackslashes)) break
  }
  for (; at < end; at++) {
    const byte = bytes.getUint8(at)
    if (byte === quote) return at + 1
    if (byte === backslash) return -1
  }
  return -1
}

const fourQuotes = 0x22222222
const fourBackslashes = 0x5c5c5c5c
const hasZero = (four: number): boolean => ((four - 0x01010101) & ~four & 0x80808080) !== 0
