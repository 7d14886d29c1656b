/** The copy of the log at the second place, as this process brings it along. */
export type LogCopy = {
  /** How many entries are in it. */
  readonly size: number
  /** When it was last brought up to the log; never yet where nothing was copied. */
  readonly at: Date | null
  /** The first file of it that is not what the log says now. */
  readonly differsAt: string | null
  /** The place could not be reached the last time; it is tried again. */
  readonly isOutOfReach: boolean
}
