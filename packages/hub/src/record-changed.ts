import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { type News, type Ref, tell } from './news.ts'
import { caseIdOf, type Subject } from './subject.ts'

/** A notification of Postgres holds 8000 bytes. */
const mostAgencies = 150
const deepest = 4

type Act = { readonly on: string; readonly subject: Subject; readonly input: unknown; readonly output: unknown }

/** Said by the frame after every command, so that pages which have the record open, and the lists it stands in, look again. */
export async function tellRecordChanged(tx: Tx, { officer, sessionId }: SignedIn, act: Act): Promise<void> {
  // One's own inbox stands in no list of anybody else.
  if (act.on === 'Notice') return
  const agencies = new Set<string>([officer.agencyId])
  // What a procurator notes and marks is no news to anybody else.
  if (act.on !== 'Review') for (const value of [act.subject, act.input, act.output]) nameAgencies(value, agencies)
  const named: News & { what: 'record' } = {
    what: 'record',
    about: recordsOf(act),
    agencies: agencies.size > mostAgencies ? 'all' : [...agencies],
    sessionId,
  }
  await tell(tx, named)
}

/** The record acted on, the case it belongs to, and the record that it is about. */
function recordsOf({ on, subject, input }: Act): Ref[] {
  const refs: Ref[] = [{ kind: on, id: subject.id }]
  const caseId = caseIdOf(on, subject)
  if (caseId && on !== 'Case') refs.push({ kind: 'Case', id: caseId })
  const { recordKind, recordId } = subject as { recordKind?: unknown; recordId?: unknown }
  if (typeof recordKind === 'string' && typeof recordId === 'string' && recordId !== caseId)
    refs.push({ kind: recordKind, id: recordId })
  const { clueIds } = input as { clueIds?: unknown }
  if (Array.isArray(clueIds)) for (const id of clueIds.slice(0, 50)) refs.push({ kind: 'Clue', id: String(id) })
  return refs
}

/** Who agrees with the owner, or sits in a task force, is not named by an act on the record. */
const aside = ['ownerAgency', 'agreements', 'taskForceSeats']

/** Every agency that a row names, in fields like `granteeAgencyId` and `memberAgencyIds`, its grants and parties included. */
function nameAgencies(value: unknown, found: Set<string>, depth = 0): void {
  if (typeof value !== 'object' || value === null || value instanceof Date || depth > deepest) return
  for (const [key, held] of Object.entries(value)) {
    if (aside.includes(key)) continue
    if (typeof held === 'string' && /agencyId$/i.test(key)) found.add(held)
    else if (Array.isArray(held) && /agencyIds$/i.test(key)) for (const id of held) found.add(String(id))
    else nameAgencies(held, found, depth + 1)
  }
}
