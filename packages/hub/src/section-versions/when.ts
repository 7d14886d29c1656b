import { z } from 'zod'

/** A past moment as a page asks for it: the number of an update, or an instant. */
export const PastMoment = z.union([
  z.strictObject({ seq: z.int().nonnegative() }),
  z.strictObject({ at: z.iso.datetime() }),
])

export const momentOf = (asked: z.infer<typeof PastMoment>) =>
  'seq' in asked ? asked : { at: new Date(asked.at).getTime() }
