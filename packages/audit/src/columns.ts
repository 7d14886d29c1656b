/** The columns by which entries are found, as the database joins them and as the body has them: a line of text each. */
export const columnsSql = `concat_ws('|', id, at, act, outcome, coalesce(officer_id::text, ''), coalesce(agency_id::text, ''),
  coalesce(session_id::text, ''), coalesce(case_id::text, ''), coalesce(subject_kind, ''), coalesce(subject_id, ''))`

type Body = {
  readonly id: string
  readonly at: number
  readonly act: string
  readonly outcome: string
  readonly officerId?: string
  readonly agencyId?: string
  readonly sessionId?: string
  readonly caseId?: string
  readonly subject?: { readonly kind: string; readonly id: string }
}

export const textOf = (body: Uint8Array | string): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body)

export function columnsOf(body: Uint8Array | string): string {
  const entry = JSON.parse(textOf(body)) as Body
  const { id, at, act, outcome, officerId = '', agencyId = '', sessionId = '', caseId = '', subject } = entry
  return `${id}|${at}|${act}|${outcome}|${officerId}|${agencyId}|${sessionId}|${caseId}|${subject?.kind ?? ''}|${subject?.id ?? ''}`
}
