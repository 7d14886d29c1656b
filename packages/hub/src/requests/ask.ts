import { AgencyId, CaseId, ClueId, HitQueryId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { Level, line } from '../classification.ts'
import { command } from '../command.ts'
import { lock } from '../lock.ts'
import { daysAfter } from '../measures/index.ts'
import { tooManyRequests, untilPast } from './refusals.ts'
import type { AccessRequest, RequestRow } from './request.ts'
import { insertRequest, openAgain, sameWaiting } from './store.ts'

/** What access is asked to: a record by its address, a section by its place, or what stands behind a hint. */
const Wanted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('Case'), id: CaseId }),
  z.strictObject({ kind: z.literal('Clue'), id: ClueId }),
  z.strictObject({ kind: z.literal('Section'), caseId: CaseId, position: z.int().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('Hit'), queryId: HitQueryId, agencyId: AgencyId }),
])

/**
 * An officer asks for access to what may not even exist. The answer is the same either way; only the owner of the
 * record, if there is one, hears of it.
 */
export const askAccess = command({
  name: 'request.ask',
  on: 'AccessRequest',
  input: z.object({
    wanted: Wanted,
    purpose: line(60),
    legalBasis: line(500),
    reason: line(500),
    level: Level,
    until: z.iso.datetime(),
  }),
  subject: async ({ input: { wanted, until, ...terms }, officer, now, hub }): Promise<RequestRow> => ({
    ...terms,
    ...namedBy(wanted),
    id: newId(),
    officerId: officer.id,
    agencyId: officer.agencyId,
    until: new Date(until),
    askedAt: now,
    lapsesAt: daysAfter(now, hub.measures.periods.requestLapses),
    state: 'waiting',
    decidedBy: null,
    decidedAt: null,
    declineReason: null,
    grantId: null,
    version: 1,
    targets: [],
  }),
  async run({ subject: { targets: _none, ...request }, tx, now, hub: { limits } }) {
    if (request.until <= now) throw untilPast()
    // Two clicks at one moment are one request.
    await lock(tx, 'AccessRequests', request.officerId)
    const same = await sameWaiting(tx, request, now)
    if (same) return { requestId: same.id, lapsesAt: same.lapsesAt }
    const comeBackAt = await openAgain(tx, request, limits.requestsPerOfficerDay)
    if (comeBackAt) throw tooManyRequests(comeBackAt)
    await insertRequest(tx, request)
    return { requestId: request.id, lapsesAt: request.lapsesAt }
  },
  facts: ({ subject }) => ({ level: subject.level }),
})

type Named = Pick<AccessRequest, 'recordKind' | 'recordId' | 'sectionPosition' | 'hitQueryId' | 'hitAgencyId'>

function namedBy(wanted: z.infer<typeof Wanted>): Named {
  const none = { recordKind: null, recordId: null, sectionPosition: null, hitQueryId: null, hitAgencyId: null }
  if (wanted.kind === 'Hit') return { ...none, hitQueryId: wanted.queryId, hitAgencyId: wanted.agencyId }
  if (wanted.kind === 'Section')
    return { ...none, recordKind: 'Section', recordId: wanted.caseId, sectionPosition: wanted.position }
  return { ...none, recordKind: wanted.kind, recordId: wanted.id }
}
