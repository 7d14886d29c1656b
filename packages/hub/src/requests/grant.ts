import { AccessRequestId, AgreementId, type CaseId, type GrantId, newId, stale } from '@lianban/kernel'
import { and, eq, gt, ne } from 'drizzle-orm'
import { z } from 'zod'
import { Level, line } from '../classification.ts'
import { command } from '../command.ts'
import { findRecord, grantUnder, putInPlace, RecordRef } from '../sharing/index.ts'
import { noSuchTarget } from './refusals.ts'
import { lockRequest, requestsWhere, settle } from './store.ts'
import { accessRequests } from './table.ts'

/** The owner opens what was asked for: a grant like any other, on the terms that an agreement carries. */
export const grantRequest = command({
  name: 'request.grant',
  on: 'AccessRequest',
  action: 'decide',
  input: z.object({
    requestId: AccessRequestId,
    expectedVersion: z.int().positive(),
    record: RecordRef,
    /** For the officer who asked alone, and not for the agency. */
    toOfficer: z.boolean(),
    level: Level,
    withheldFields: z.array(line(40)).max(10),
    purpose: line(60),
    legalBasis: line(500),
    agreementId: AgreementId,
    expiresAt: z.iso.datetime(),
  }),
  about: ({ requestId }) => requestId,
  subject: async ({ tx, input }) => {
    const request = await lockRequest(tx, input.requestId)
    const isCase = input.record.kind === 'Case' && request.targets.some(({ recordId }) => recordId === input.record.id)
    return { ...request, caseId: isCase ? (input.record.id as CaseId) : undefined }
  },
  async run({ input, subject: { caseId: _caseId, ...request }, officer, tx, now, hub }) {
    const { requestId: _, expectedVersion, toOfficer, ...terms } = input
    if (request.version !== expectedVersion) throw stale({ expected: expectedVersion, found: request.version })
    const isMeant = request.targets.some(({ recordId, sectionId }) => recordId === input.record.id && !sectionId)
    if (!isMeant) throw noSuchTarget()
    const record = await findRecord(tx, input.record, { lock: true })
    hub.policy.decide(officer, 'share', record.kind, record.row)
    const grant = await grantUnder(
      tx,
      record,
      {
        ...terms,
        granteeAgencyId: request.agencyId,
        ...(toOfficer && { granteeOfficerId: request.officerId }),
        allowsOnward: false,
      },
      { id: newId<GrantId>(), officerId: officer.id, now, hub, origin: 'request' },
    )
    await putInPlace(tx, record, grant)
    const outcome = { state: 'granted' as const, decidedBy: officer.id, decidedAt: now, declineReason: null }
    await settle(tx, request, { ...outcome, grantId: grant.id })
    // What colleagues of the asker wait for is open to them with it.
    const colleagues = toOfficer
      ? []
      : await requestsWhere(
          tx,
          and(
            eq(accessRequests.agencyId, request.agencyId),
            eq(accessRequests.state, 'waiting'),
            gt(accessRequests.lapsesAt, now),
            ne(accessRequests.id, request.id),
          ),
        )
    for (const other of colleagues)
      if (other.targets.some(({ recordId, sectionId }) => recordId === input.record.id && !sectionId))
        await settle(tx, other, { ...outcome, grantId: grant.id })
    return { requestId: request.id, grantId: grant.id }
  },
  facts: ({ input, subject }) => ({ agency: subject.agencyId, level: input.level }),
})
