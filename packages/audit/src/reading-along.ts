/** Steps along the bytes of canonical JSON, four at a time: each answers where what it wants ends, and -1 where else stands. */

const [quote, backslash, dash, opening, closing] = ['"', '\\', '-', '{', '}'].map((sign) => sign.charCodeAt(0))

/** The four digits of every two bytes, as they stand behind each other. */
const quads = Uint32Array.from({ length: 2 ** 16 }, (_, bytes) => {
  const digits = bytes.toString(16).padStart(4, '0')
  return [0, 1, 2, 3].reduce((quad, i) => quad * 256 + digits.charCodeAt(i), 0)
})

/** A piece of JSON to look for. */
export type Word = { readonly length: number; readonly fours: Uint32Array; readonly rest: Uint8Array }

export function wordOf(text: string): Word {
  const bytes = new TextEncoder().encode(text)
  const whole = Math.floor(bytes.length / 4)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const fours = Uint32Array.from({ length: whole }, (_, i) => view.getUint32(i * 4))
  return { length: bytes.length, fours, rest: bytes.slice(whole * 4) }
}

/** This word. */
export function past(bytes: DataView, start: number, { length, fours, rest }: Word): number {
  if (start < 0 || start + length > bytes.byteLength) return -1
  let at = start
  for (let i = 0; i < fours.length; i++, at += 4) if (bytes.getUint32(at) !== fours[i]) return -1
  for (let i = 0; i < rest.length; i++, at++) if (bytes.getUint8(at) !== rest[i]) return -1
  return at
}

/** The same text as stands at another place, and nothing that JSON writes in another way. */
export function pastText(bytes: DataView, at: number, from: number, length: number): number {
  if (at < 0 || length < 0 || at + length > bytes.byteLength) return -1
  for (let i = 0; i < length; i++) {
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
    if (bytes.getUint32(at) !== quads[bytes.getUint16(from + i)]) return -1
  }
  return bytes.getUint8(at) === quote ? at + 1 : -1
}

/** The digits of a number. */
export function pastNumber(bytes: DataView, at: number, number: number): number {
  const text = String(number)
  if (at < 0 || at + text.length > bytes.byteLength) return -1
  for (let i = 0; i < text.length; i++) if (bytes.getUint8(at + i) !== text.charCodeAt(i)) return -1
  return at + text.length
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

function pastQuote(bytes: DataView, start: number): number {
  const end = bytes.byteLength
  for (let at = start; at < end; at++) {
    const byte = bytes.getUint8(at)
    if (byte === quote) return at + 1
    if (byte === backslash) return -1
  }
  return -1
}
