import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import type { Typeface } from './typeface.ts'

/** A TrueType or OpenType file of one's own, such as an agency's licensed 仿宋. */
export const fileTypeface = (path: string): Typeface => ({
  async load(characters) {
    const font = await subsetFont(await readFile(path), [...characters].join(''), { targetFormat: 'truetype' })
    return [{ characters, font }]
  },
})
