import { AgencyId, canonicalJson, EntryId, OfficerId, RequestId, SessionId } from '@lianban/kernel'
import { z } from 'zod'

/** One act, done or refused: who, for which agency, on which record, by which rule. Never content, never a person's data. */
export type Entry = {
  readonly id: EntryId
  readonly at: Date
  readonly act: string
  readonly outcome: 'done' | 'refused'
  readonly officerId?: OfficerId
  readonly agencyId?: AgencyId
  readonly sessionId?: SessionId
  readonly subject?: { readonly kind: string; readonly id: string }
  readonly caseId?: string
  readonly rule?: string
  readonly purpose?: string
  readonly code?: string
  readonly requestId?: RequestId
  readonly inputDigest?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

// Strict: a field that is not listed here could carry content into a log from which nothing can be taken out.
const Body = z.strictObject({
  v: z.literal(1),
  id: EntryId,
  at: z.int().transform((ms) => new Date(ms)),
  act: z.string().regex(/^[a-z][a-zA-Z-]*(\.[a-z][a-zA-Z-]*)+$/),
  outcome: z.enum(['done', 'refused']),
  officerId: OfficerId.exactOptional(),
  agencyId: AgencyId.exactOptional(),
  sessionId: SessionId.exactOptional(),
  subject: z.strictObject({ kind: z.string().min(1), id: z.string().min(1) }).exactOptional(),
  caseId: z.uuid().exactOptional(),
  rule: z.string().exactOptional(),
  purpose: z.string().exactOptional(),
  code: z.string().exactOptional(),
  requestId: RequestId.exactOptional(),
  inputDigest: z.hash('sha256').exactOptional(),
  // No fact is called “id”: of a body, nothing but that stands before its id.
  facts: z
    .record(z.string().regex(/^(?!id$)[a-z][a-zA-Z0-9]*$/), z.union([z.string().max(200), z.number()]))
    .exactOptional(),
})

/** The bytes that are stored and hashed. Times are milliseconds since 1970, so that no two forms of one instant exist. */
export function bodyOf(entry: Entry): string {
  const body = canonicalJson({ ...entry, v: 1, at: entry.at.getTime() })
  Body.parse(JSON.parse(body))
  return body
}

export function entryOf(body: string): Entry {
  const { v, ...entry } = Body.parse(JSON.parse(body))
  return entry
}
