import type { Node } from '@tiptap/pm/model'

/** Letters that stand together; anything but letters, such as a footnote, parts them. */
type Stretch = { readonly text: string; readonly from: number }

/** Words that read otherwise in a draft: where they stood, and where what is proposed instead stands in the draft. */
export type Piece = {
  readonly from: number
  readonly to: number
  readonly seen: string
  readonly proposed: string
  readonly draft: { readonly from: number; readonly to: number }
}

/** What a draft would change, piece by piece. Both have the same blocks, so that their stretches pair off. */
export function changedPieces(before: Node, draft: Node): Piece[] {
  const now = stretchesIn(draft)
  return stretchesIn(before).flatMap((was, place) => {
    const is = now[place]
    if (!is || is.text === was.text) return []
    return differences(was.text, is.text).map(({ from, to, draft: at }) => ({
      from: was.from + from,
      to: was.from + to,
      seen: was.text.slice(from, to),
      proposed: is.text.slice(at.from, at.to),
      draft: { from: is.from + at.from, to: is.from + at.to },
    }))
  })
}

function stretchesIn(doc: Node): Stretch[] {
  const found: Stretch[] = []
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true
    let open = { text: '', from: at + 1 }
    block.forEach((child, offset) => {
      if (child.isText) open.text += child.text
      else {
        found.push(open)
        open = { text: '', from: at + 1 + offset + child.nodeSize }
      }
    })
    found.push(open)
    return false
  })
  return found
}

/** All of a document but the words of its blocks. A draft that keeps it proposes words and nothing else. */
export function frameOf(doc: Node): string {
  const parts: string[] = []
  doc.descendants((node) => {
    if (node.isText) return false
    parts.push(node.isInline ? JSON.stringify(node.toJSON()) : `${node.type.name} ${JSON.stringify(node.attrs)}`)
    return !node.isInline
  })
  return parts.join('\n')
}

type Difference = { from: number; to: number; draft: { from: number; to: number } }

/** So few letters kept between two changes belong to one: nobody accepts half a word. */
const fewestKept = 3
/** Beyond this the letters are not compared one by one: all between the first and the last change is one. */
const mostCompared = 4_000_000

function differences(before: string, after: string): Difference[] {
  const [was, is] = [Array.from(before), Array.from(after)]
  let start = 0
  while (start < was.length && start < is.length && was[start] === is[start]) start++
  let end = 0
  while (end < Math.min(was.length, is.length) - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end++
  const kept = keptIn(was.slice(start, was.length - end), is.slice(start, is.length - end))
  const lengthOf = (letters: readonly string[], count: number) => letters.slice(0, count).join('').length
  return gapsBetween(kept, was.length - end - start, is.length - end - start).map(({ from, to, draft }) => ({
    from: lengthOf(was, start + from),
    to: lengthOf(was, start + to),
    draft: { from: lengthOf(is, start + draft.from), to: lengthOf(is, start + draft.to) },
  }))
}

/** The pairs of letters that stay, in order: a longest common subsequence. */
function keptIn(was: readonly string[], is: readonly string[]): [number, number][] {
  const width = is.length + 1
  if (was.length * is.length > mostCompared) return []
  const longest = new Uint16Array((was.length + 1) * width)
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--)
      longest[i * width + j] =
        was[i] === is[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  const kept: [number, number][] = []
  for (let i = 0, j = 0; i < was.length && j < is.length; ) {
    if (was[i] === is[j]) kept.push([i++, j++])
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++
    else j++
  }
  return kept
}

function gapsBetween(kept: readonly [number, number][], wasLength: number, isLength: number): Difference[] {
  const gaps: Difference[] = []
  let [i, j] = [0, 0]
  for (const [wasAt, isAt] of [...kept, [wasLength, isLength] as const]) {
    if (wasAt > i || isAt > j) {
      const last = gaps.at(-1)
      if (last && i - last.to < fewestKept) Object.assign(last, { to: wasAt, draft: { ...last.draft, to: isAt } })
      else gaps.push({ from: i, to: wasAt, draft: { from: j, to: isAt } })
    }
    ;[i, j] = [wasAt + 1, isAt + 1]
  }
  return gaps
}
