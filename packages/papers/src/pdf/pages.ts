import { linePitch } from '../sheet.ts'
import type { Box, Mark } from './box.ts'

/** A box at its place, measured down from the top of the type area. */
export type Placed = { readonly y: number; readonly box: Box }
export type Page = readonly Placed[]

/** Between the text and the first footnote: a short rule with air around it. */
const apart = 12
const noteRule: Mark = { kind: 'rule', x1: 0, y1: apart / 2, x2: 120, y2: apart / 2, thickness: 0.5 }

class Sheet {
  readonly placed: Placed[] = []
  readonly notes: Box[] = []
  readonly height: number
  y = 0

  constructor(height: number) {
    this.height = height
  }

  get notesHeight(): number {
    return this.notes.length ? apart + heightOf(this.notes) : 0
  }

  at(box: Box): number {
    if (box.isAtFoot) return Math.max(this.y, this.height - this.notesHeight - box.height)
    return box.isOnGrid ? Math.ceil((this.y - 0.01) / linePitch) * linePitch : this.y
  }

  /** Whether boxes that stay together have room here, with their footnotes below. */
  holds(group: readonly Box[]): boolean {
    const notes = group.flatMap((box) => (box.notes ?? []).flat())
    const above = this.notesHeight + (notes.length && !this.notes.length ? apart : 0) + heightOf(notes)
    return this.at(group[0]!) + heightOf(group) + above <= this.height + 0.01
  }

  put(box: Box): void {
    const y = this.at(box)
    this.placed.push({ y, box })
    this.y = y + box.height
    this.notes.push(...(box.notes ?? []).flat())
  }

  /** Rules off a table that goes on elsewhere and puts the notes at the foot. */
  done(next: Box | undefined): Page {
    const last = this.placed.at(-1)?.box.table
    if (last && next?.table === last) this.placed.push({ y: this.y, box: ruled(last.width) })
    let y = this.height - this.notesHeight
    if (this.notes.length) this.placed.push({ y, box: { height: apart, marks: [noteRule] } })
    y += apart
    for (const box of this.notes) {
      this.placed.push({ y, box })
      y += box.height
    }
    return this.placed
  }
}

const ruled = (width: number): Box => ({ height: 0, marks: [{ kind: 'rule', x1: 0, y1: 0, x2: width, y2: 0 }] })

const heightOf = (boxes: readonly Box[]): number => boxes.reduce((sum, { height }) => sum + height, 0)

/** Boxes on pages: what stays together does, notes stand under what they note, and a table begins each page with its headings. */
export function pagesOf(boxes: readonly Box[], height: number): Page[] {
  const pages: Page[] = []
  let sheet = new Sheet(height)
  const turn = (next: Box) => {
    pages.push(sheet.done(next))
    sheet = new Sheet(height)
    if (!next.table || next.table.isHeading) return
    for (const heading of next.table.headings) sheet.put(heading)
    if (next.table.headings.length === 0) sheet.put(ruled(next.table.width))
  }
  for (let n = 0; n < boxes.length; n++) {
    const box = boxes[n]!
    const isFresh = sheet.placed.length === 0
    if (!isFresh && (box.opensPage || !sheet.holds(groupAt(boxes, n, height)))) turn(box)
    sheet.put(box)
  }
  pages.push(sheet.done(undefined))
  return pages
}

/** The boxes from here on that stay with each other; as few as one where together they would not fit on any page. */
function groupAt(boxes: readonly Box[], from: number, height: number): Box[] {
  let to = from
  while (boxes[to]!.staysWithNext && to + 1 < boxes.length) to++
  const group = boxes.slice(from, to + 1)
  return heightOf(group) > height * 0.9 ? [boxes[from]!] : group
}
