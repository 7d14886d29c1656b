import { z } from 'zod'
import { line } from '../classification.ts'

/** A paper that goes along, by its code in the law and its number. */
export const Paper = z.strictObject({ paper: z.string().regex(/^[a-z_]{1,60}$/), number: line(60) })
