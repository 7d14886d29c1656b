/** A refusal as the status of an answer that is no call of a procedure. */
export const statuses = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409 } as const

export const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
