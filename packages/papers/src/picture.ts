import { inflateSync } from 'node:zlib'
import { points, sheet } from './sheet.ts'

/** A picture that can be printed: its pixels as they are to be seen, and how often it has to be turned by a quarter for that. */
export type Picture = {
  readonly bytes: Uint8Array
  readonly format: 'png' | 'jpg'
  readonly width: number
  readonly height: number
  readonly quarters: 0 | 1 | 2 | 3
}

/** What a thread that prints has room for; a photograph has a tenth of it. */
const mostPixels = 120_000_000

/** The pictures of a paper by their digests; what is none, is damaged or is too large is left out. */
export function picturesIn(given: ReadonlyMap<string, Uint8Array> = new Map()): ReadonlyMap<string, Picture> {
  const found = new Map<string, Picture>()
  for (const [digest, bytes] of given) {
    const picture = pictureIn(bytes)
    if (picture && picture.width * picture.height <= mostPixels) found.set(digest, picture)
  }
  return found
}

function pictureIn(bytes: Uint8Array): Picture | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return data.readUInt32BE(0) === 0x89504e47 ? pngIn(data) : jpegIn(data)
  } catch {
    // Cut off before what is asked of it, or packed as nobody packs: no picture.
    return undefined
  }
}

/** A PNG is unpacked to see that it is whole: what prints it would fall over a damaged one. */
function pngIn(data: Buffer): Picture | undefined {
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)]
  const packed: Buffer[] = []
  for (let at = 8; ; ) {
    const length = data.readUInt32BE(at)
    const kind = data.toString('latin1', at + 4, at + 8)
    if (kind === 'IDAT') packed.push(data.subarray(at + 8, at + 8 + length))
    if (kind === 'IEND') break
    at += length + 12
  }
  if (width * height > mostPixels) return undefined
  inflateSync(Buffer.concat(packed), { maxOutputLength: width * height * 8 + height * 8 })
  return { bytes: data, format: 'png', width, height, quarters: 0 }
}

const turned: Readonly<Record<number, Picture['quarters']>> = { 3: 2, 6: 1, 8: 3 }

function jpegIn(data: Buffer): Picture | undefined {
  if (data.readUInt16BE(0) !== 0xffd8) return undefined
  let quarters: Picture['quarters'] = 0
  for (let at = 2; ; ) {
    const marker = data.readUInt16BE(at)
    const length = data.readUInt16BE(at + 2)
    if (marker === 0xffe1) quarters = turned[orientationIn(data.subarray(at + 4, at + 2 + length))] ?? quarters
    // A frame header, and none of the tables that are numbered among them.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      const [down, across] = [data.readUInt16BE(at + 5), data.readUInt16BE(at + 7)]
      const [width, height] = quarters % 2 === 1 ? [down, across] : [across, down]
      return width > 0 && height > 0 ? { bytes: data, format: 'jpg', width, height, quarters } : undefined
    }
    if (marker < 0xff01 || marker === 0xffda) return undefined
    at += 2 + length
  }
}

/** How the camera was held, as the file says (EXIF, tag 274). */
function orientationIn(exif: Buffer): number {
  if (exif.toString('latin1', 0, 4) !== 'Exif') return 1
  const tiff = exif.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let n = 0; n < short(start); n++) {
    const entry = start + 2 + n * 12
    if (short(entry) === 274) return short(entry + 8)
  }
  return 1
}

/** Below it there is room for its caption, and above for the words that speak of it. */
const room = { width: points(sheet.textWidth), height: points(sheet.textHeight) * 0.62 }

/** As large as it is at 96 pixels to the inch, and no larger than there is room for; in points. */
export function sizeOf({ width, height }: Picture) {
  const scale = Math.min(0.75, room.width / width, room.height / height)
  return { width: width * scale, height: height * scale }
}

/** What stands where a picture cannot. */
export const notPrinted = '〔图片未印出〕'
