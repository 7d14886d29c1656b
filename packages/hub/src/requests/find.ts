import type { Tx } from '@lianban/db'
import { AccessRequestId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { z } from 'zod'
import { type Agreement, agreementsWhere, closedToLabel } from '../agreements/index.ts'
import { isWithin, levels } from '../classification.ts'
import type { Hub } from '../hub.ts'
import { find } from '../query.ts'
import { findRecord, RecordRef, type SharedRecord, withholdableOf } from '../sharing/index.ts'
import type { RequestRow } from './request.ts'
import { findRequest } from './store.ts'
import { requestSummaries } from './summaries.ts'

/** One request; its owner finds beside each record the terms on which it could be opened with one click. */
export const findRequestPage = find({
  name: 'request.find',
  on: 'AccessRequest',
  input: z.strictObject({ requestId: AccessRequestId }),
  about: ({ requestId }) => requestId,
  isLogged: true,
  subject: ({ tx, input }) => findRequest(tx, input.requestId),
  async run({ subject, officer, tx, now, hub }) {
    const [summary] = await requestSummaries(tx, [subject], { officer, hub, now })
    const agreements = subject.targets.length
      ? await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
      : []
    const between = agreements.filter((agreement) =>
      agreement.parties.some((party) => party.agencyId === subject.agencyId && party.isSigned),
    )
    const openings = []
    for (const { recordKind, recordId, sectionId } of subject.targets) {
      if (sectionId) continue
      const record = await readableRecord(tx, { officer, hub }, RecordRef.parse({ kind: recordKind, id: recordId }))
      if (record) openings.push({ ...opening(record, subject, between, now), mayShare: mayShare(hub, officer, record) })
    }
    return { ...summary!, openings }
  },
})

const mayShare = (hub: Hub, officer: Officer, { kind, row }: SharedRecord) =>
  Boolean(hub.policy.allows(officer, 'share', kind, row))

async function readableRecord(tx: Tx, { officer, hub }: { officer: Officer; hub: Hub }, ref: RecordRef) {
  const record = await findRecord(tx, ref)
  return hub.policy.allows(officer, 'read', record.kind, record.row) ? record : undefined
}

/** What was wished for, as far as an agreement carries it; none may carry it yet. */
function opening(record: SharedRecord, request: RequestRow, between: readonly Agreement[], now: Date) {
  const fit = between
    .filter((agreement) => !closedToLabel(agreement, record.row.label, now))
    .toSorted((a, b) => Number(b.purposes.includes(request.purpose)) - Number(a.purposes.includes(request.purpose)))
  return {
    record: { kind: record.kind, id: record.id },
    label: record.row.label,
    withholdable: withholdableOf[record.kind],
    agreements: fit.map((agreement) => ({
      id: agreement.id,
      number: agreement.number,
      title: agreement.title,
      purposes: agreement.purposes,
      maxLevel: agreement.maxLevel,
      level: isWithin(levels, request.level, agreement.maxLevel) ? request.level : agreement.maxLevel,
      purpose: agreement.purposes.includes(request.purpose) ? request.purpose : agreement.purposes[0]!,
      expiresAt: new Date(Math.min(request.until.getTime(), agreement.validUntil.getTime())),
    })),
  }
}
