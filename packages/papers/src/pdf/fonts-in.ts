import type { Typefaces } from '../fonts/typeface.ts'
import { type Face, faces } from '../sheet.ts'
import type { Measure, Stretch } from './measure.ts'

/** What is printed for a character that no face has. */
const stopgap = '〓'

/** A measure that measures nothing and notes which characters each face will be asked for. */
export function recording() {
  const used = new Map<Face, Set<string>>(faces.map((face) => [face, new Set([stopgap])]))
  const note = (text: string, face: Face) => {
    for (const character of text) used.get(face)!.add(character)
  }
  const measure: Measure = {
    width(text, face, size) {
      note(text, face)
      return text.length * size
    },
    stretches: () => [],
  }
  return { used, note, measure }
}

/** The port to whatever embeds the fonts: it takes a font under an id, and says how wide text is in it. */
type Embedder = { take(id: string, font: Uint8Array): void; width(text: string, id: string, size: number): number }

/** Loads what is needed of each face and measures with it; what a face lacks is named as missing. */
export async function embedded(
  used: ReadonlyMap<Face, ReadonlySet<string>>,
  typefaces: Typefaces,
  embedder: Embedder,
): Promise<{ measure: Measure; missing: string }> {
  const places = new Map<Face, Map<string, string>>()
  const missing = new Set<string>()
  for (const face of faces) {
    const fontOf = new Map<string, string>()
    places.set(face, fontOf)
    const wanted = used.get(face) ?? new Set()
    if (wanted.size === 1) continue
    for (const [n, part] of (await typefaces[face].load(wanted)).entries()) {
      const id = `${face}-${n}`
      embedder.take(id, part.font)
      for (const character of part.characters) fontOf.set(character, id)
    }
    for (const character of wanted) if (!fontOf.has(character)) missing.add(character)
  }
  const stretches = (text: string, face: Face): Stretch[] => {
    const found: { text: string; fontId: string }[] = []
    for (const character of text) {
      const own = places.get(face)!.get(character)
      const fontId = own ?? places.get(face)!.get(stopgap)!
      const last = found.at(-1)
      if (last?.fontId === fontId) last.text += own ? character : stopgap
      else found.push({ text: own ? character : stopgap, fontId })
    }
    return found
  }
  return {
    missing: [...missing].join(''),
    measure: {
      stretches,
      width: (text, face, size) =>
        stretches(text, face).reduce((sum, part) => sum + embedder.width(part.text, part.fontId, size), 0),
    },
  }
}
