/** Where in a text, and how it is changed there. */
export type Mutation = { readonly kind: (typeof mutationKinds)[number]; readonly at: number; readonly with: number }

export const mutationKinds = [
  'bit',
  'byte',
  'drop',
  'insert',
  'twice',
  'swap',
  'cut',
  'drop-line',
  'twice-line',
  'swap-lines',
] as const

/** A text with one thing changed: a bit, a byte, a piece or a line. Never the text itself. */
export function mutated(text: string, { kind, at, with: other }: Mutation): string {
  const bytes = [...new TextEncoder().encode(text)]
  const here = at % bytes.length
  const there = other % bytes.length
  const byBytes = {
    bit: () => bytes.with(here, bytes[here]! ^ (1 << (other % 8))),
    byte: () => bytes.with(here, (bytes[here]! + 1 + (other % 255)) % 256),
    drop: () => bytes.toSpliced(here, 1 + (other % 3)),
    insert: () => bytes.toSpliced(here, 0, other % 128),
    twice: () => bytes.toSpliced(here, 0, ...bytes.slice(here, here + 1 + (other % 40))),
    swap: () => bytes.with(here, bytes[there]!).with(there, bytes[here]!),
    cut: () => bytes.slice(0, here),
  }
  if (kind in byBytes) return decoded(byBytes[kind as keyof typeof byBytes](), text)
  const lines = text.split(/(?<=\n|\\n)/)
  const [i, j] = [at % lines.length, other % lines.length]
  const byLines = {
    'drop-line': () => lines.toSpliced(i, 1),
    'twice-line': () => lines.toSpliced(i, 0, lines[i]!),
    'swap-lines': () => lines.with(i, lines[j]!).with(j, lines[i]!),
  }
  return unlike(byLines[kind as keyof typeof byLines]().join(''), text)
}

const decoded = (bytes: readonly number[], text: string) =>
  unlike(new TextDecoder().decode(Uint8Array.from(bytes)), text)
const unlike = (changed: string, text: string) => (changed === text ? `${text} ` : changed)
