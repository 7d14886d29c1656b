/** Tells the time, and never an earlier one than before. */
export type Clock = { now(): Date }
