import type { Bounds } from './numbers.ts'

/** What holds for every breaking of the glass. */
export type EmergencyMeasures = {
  readonly minutes: number
  readonly reviewDays: number
  /** How many reviews may be outstanding before the same officer has to wait for them. */
  readonly openReviews: number
  readonly attemptsPerHour: number
}

export const emergencyBounds: Bounds<keyof EmergencyMeasures> = {
  // The wall allows an hour at the most.
  minutes: [1, 60],
  reviewDays: [1, 30],
  openReviews: [1, 20],
  attemptsPerHour: [1, 100],
}
