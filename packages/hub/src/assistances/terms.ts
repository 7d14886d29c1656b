import { proceedings, targetKinds } from '@lianban/law'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { Paper } from './paper.ts'

const Code = z.string().regex(/^[a-z_0-9]{1,60}$/)

/** What a letter asks, of whomever it goes to. */
export const terms = {
  kind: Code,
  proceeding: z.enum(proceedings),
  urgency: Code,
  days: z.int().min(1).max(60).optional(),
  urgencyReason: text(500),
  lane: Code.optional(),
  number: line(60),
  legalBasis: line(500),
  facts: line(2000),
  questions: line(2000),
  replyForm: line(120),
  contact: line(120),
  targets: z.array(z.strictObject({ kind: z.enum(targetKinds), value: line(200), note: text(200) })).max(20),
  papers: z.array(Paper).max(20),
}
const Terms = z.object(terms)
export type Terms = z.infer<typeof Terms>
