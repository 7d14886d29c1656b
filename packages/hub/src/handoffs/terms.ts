import { AgencyId } from '@lianban/kernel'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { Circumstance, Paper } from './papers.ts'

/** What a letter says, and the papers that go with it. */
export const terms = {
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .default('case_transfer'),
  toAgencyId: AgencyId,
  number: line(60),
  legalBasis: line(500),
  purpose: line(120),
  note: text(2000),
  papers: z.array(Paper).max(50).default([]),
  circumstances: z.array(Circumstance).default([]),
}
const Terms = z.object(terms)
export type Terms = z.infer<typeof Terms>
