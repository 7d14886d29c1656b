import type { Refusal } from '@lianban/kernel'
import type { Context } from 'hono'

/** A refusal as the status of an answer that is no call of a procedure. */
export const statuses = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409 } as const

/** The hub's no, with its words for whoever asked. */
export const refusalAnswer = (c: Context, { kind, code, sentence, facts }: Refusal) =>
  c.json({ refusal: { kind, code, sentence, facts } }, statuses[kind])

export const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
