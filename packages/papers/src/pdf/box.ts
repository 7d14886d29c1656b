import type { Line } from './lines.ts'

/** What is drawn, measured from the upper left corner of its box. */
export type Mark =
  | { readonly kind: 'line'; readonly line: Line; readonly x: number; readonly middle: number; readonly color?: string }
  /** A dashed circle in which a seal finds its place. */
  | { readonly kind: 'seal'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'picture'
      readonly digest: string
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | {
      readonly kind: 'rule'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly color?: string
      readonly thickness?: number
    }

/** A strip across the type area, which is never broken between two pages. */
export type Box = {
  readonly height: number
  readonly marks: readonly Mark[]
  /** Footnotes that must stand on the same page. */
  readonly notes?: readonly (readonly Box[])[]
  readonly staysWithNext?: boolean
  readonly opensPage?: boolean
  /** Stands on a line of the grid, whatever the box before was. */
  readonly isOnGrid?: boolean
  /** Stands at the foot of its page. */
  readonly isAtFoot?: boolean
  readonly table?: TableFrame
}

/** The table that a box is a part of: what comes again on its next page, and how it is ruled off where a page ends. */
export type TableFrame = { readonly headings: readonly Box[]; readonly width: number; readonly isHeading: boolean }

export const blank = (height: number, changed: Partial<Box> = {}): Box => ({ height, marks: [], ...changed })
