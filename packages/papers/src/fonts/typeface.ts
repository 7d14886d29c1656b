import type { Face } from '../sheet.ts'

/** A font that draws some characters. */
export type FontPart = { readonly characters: ReadonlySet<string>; readonly font: Uint8Array }

/** Where the glyphs of a face come from; a character in none of the parts is one that it does not have. */
export type Typeface = { load(characters: ReadonlySet<string>): Promise<readonly FontPart[]> }

export type Typefaces = Readonly<Record<Face, Typeface>>
