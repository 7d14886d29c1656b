import type { Bounds } from './numbers.ts'

/** In what time agencies owe each other something, in days. */
export type Periods = {
  /** Every live grant is confirmed or taken back once in this time by the leader of its owner. */
  readonly reviewGrant: number
  /** A grant that nobody used for so long is told to whoever reviews it. */
  readonly idleGrant: number
  /** A recall or a correction is acknowledged within it. */
  readonly acknowledge: number
  /** A request for access that nobody decides on lapses after it. */
  readonly requestLapses: number
}

export const periodBounds: Bounds<keyof Periods> = {
  reviewGrant: [1, 366],
  idleGrant: [1, 3650],
  acknowledge: [1, 60],
  requestLapses: [1, 366],
}

/** So many days later. */
export const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * 24 * 3600_000)
