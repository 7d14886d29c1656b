import { z } from 'zod'

const mostBytes = 240

/** No path, no control characters, nothing that turns the reading direction: a name says what it says, on every system. */
const isPlain = (name: string): boolean =>
  name.isWellFormed() &&
  !/[\\/:*?"<>|]|\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name) &&
  !/^\.+$|[. ]$/.test(name) &&
  Buffer.byteLength(name) <= mostBytes

/** The name of a file as it was on the officer's computer. */
export const FileName = z
  .string()
  .trim()
  .min(1)
  .refine(isPlain, { error: 'a path, control characters or too long a name' })
