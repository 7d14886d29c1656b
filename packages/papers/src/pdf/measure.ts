import type { Face } from '../sheet.ts'

/** A piece of text that one font draws. */
export type Stretch = { readonly text: string; readonly fontId: string }

/** How wide text is in a face and size, and which fonts draw it. */
export type Measure = {
  width(text: string, face: Face, size: number): number
  stretches(text: string, face: Face): Stretch[]
}
