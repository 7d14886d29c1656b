/** What a command or query is about: enough for the policy to decide and for the log to name it. */
export type Subject = { readonly id: string; readonly caseId?: string | null | undefined }

/** The case whose trail an act on the subject belongs to, if any. */
export const caseIdOf = (on: string, subject: Subject): string | undefined =>
  on === 'Case' ? subject.id : (subject.caseId ?? undefined)
