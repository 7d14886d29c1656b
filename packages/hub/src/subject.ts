/** What a command or query is about: enough for the policy to decide and for the log to name it. */
export type Subject = { readonly id: string; readonly caseId?: string | undefined }
