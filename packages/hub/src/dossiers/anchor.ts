import { z } from 'zod'

const place = z.base64url().min(1).max(400)

/** Both ends of some words, as places in the shared document that move along with what is written around them. */
export const Anchor = z.strictObject({ from: place, to: place })
export type Anchor = z.infer<typeof Anchor>
