import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { AssistanceId, OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import type { Hub } from '../hub.ts'
import type { AssistanceRow } from './assistance.ts'
import { Paper } from './paper.ts'

const Code = z.string().regex(/^[a-z_0-9]{1,60}$/)

/** What an answer brings, known by the digest of its file. */
const Item = z.strictObject({ title: line(120), digest: z.string().regex(/^[0-9a-f]{64}$/), madeBy: line(120) })

/** What an officer says with a step; which of it is needed the table says. */
export const stepInput = z.object({
  assistanceId: AssistanceId,
  expectedVersion: z.int().positive(),
  move: Code,
  note: text(2000),
  missing: z.array(Code).max(20).default([]),
  papers: z.array(Paper).max(20).default([]),
  items: z.array(Item).max(50).default([]),
  ground: Code.optional(),
  amount: z.int().min(1).max(366).optional(),
  unit: text(60).default(''),
  officerId: OfficerId.optional(),
})
type Step = z.infer<typeof stepInput>

/** A step that somebody takes, and the request as it stands. */
export type Given = {
  readonly input: Step
  readonly subject: AssistanceRow
  readonly officer: SignedIn['officer']
  readonly tx: Tx
  readonly now: Date
  readonly hub: Hub
}
