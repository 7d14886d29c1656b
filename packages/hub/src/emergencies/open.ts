import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { AgencyId, type GrantId, newId, unseen } from '@lianban/kernel'
import { z } from 'zod'
import { type Agreement, agreementsWhere, closedToLabel } from '../agreements/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import type { Hub } from '../hub.ts'
import { lock } from '../lock.ts'
import { grantUnder, putInPlace, RecordRef } from '../sharing/index.ts'
import { emergencyPurposeUnknown, reviewsOpen, tooManyAttempts } from './refusals.ts'
import { attemptsSince, findNamed, insertEmergency, unreviewedOf } from './store.ts'

const hour = 3600_000

/**
 * Break glass: an officer opens one record of another agency for a short while, without its owner. The owner is told
 * at once, and a review is owed from this moment on. A wrong number and a record that no rule opens are one answer.
 */
export const breakGlass = command({
  name: 'emergency.open',
  on: ({ kind }) => kind,
  action: 'breakGlass',
  input: z.object({
    kind: z.enum(['Case', 'Clue']),
    ownerAgencyId: AgencyId,
    number: line(120),
    purpose: line(60),
    reason: line(500),
  }),
  subject: async ({ input, officer, tx, now, hub }) => {
    await lock(tx, 'EmergencyOf', officer.id)
    await assertMayTry(tx, officer, now, hub)
    const agreements = await agreementsFor(tx, input, officer, now, hub)
    const row = await findNamed(tx, input)
    const agreement = row && agreements.find((one) => !closedToLabel(one, row.label, now))
    if (!agreement || !hub.policy.allows(officer, 'breakGlass', input.kind, row)) throw unseen()
    return { ...row, agreement }
  },
  async run({ input, subject: { agreement, ...row }, officer, tx, now, hub }) {
    const endsAt = new Date(
      Math.min(now.getTime() + hub.measures.emergency.minutes * 60_000, agreement.validUntil.getTime()),
    )
    const ref = RecordRef.parse({ kind: input.kind, id: row.id })
    const record = { ...ref, recordAt: row.recordAt, row: row as unknown as CaseRow }
    const grant = await grantUnder(
      tx,
      record,
      {
        record: ref,
        granteeAgencyId: officer.agencyId,
        granteeOfficerId: officer.id,
        level: 'view',
        withheldFields: [],
        purpose: input.purpose,
        legalBasis: agreement.legalBasis,
        agreementId: agreement.id,
        allowsOnward: false,
        expiresAt: endsAt.toISOString(),
      },
      { id: newId<GrantId>(), officerId: officer.id, now, hub, origin: 'emergency' },
    )
    await putInPlace(tx, record, { ...grant, state: 'live' })
    await insertEmergency(
      tx,
      {
        id: grant.id,
        officerId: officer.id,
        agencyId: officer.agencyId,
        ownerAgencyId: row.ownerAgencyId,
        recordKind: input.kind,
        recordId: row.id,
        reason: input.reason,
        openedAt: now,
        endsAt,
      },
      new Date(now.getTime() + hub.measures.emergency.reviewDays * 24 * hour),
    )
    return { grantId: grant.id, record: { kind: input.kind, id: row.id }, endsAt }
  },
  facts: ({ input }) => ({ agency: input.ownerAgencyId }),
})

type Officer = SignedIn['officer']

async function assertMayTry(tx: Tx, officer: Officer, now: Date, { measures: { emergency } }: Hub): Promise<void> {
  const attempts = await attemptsSince(tx, officer.id, new Date(now.getTime() - hour))
  const oldest = attempts[emergency.attemptsPerHour - 1]
  if (oldest) throw tooManyAttempts(new Date(oldest.getTime() + hour))
  const open = await unreviewedOf(tx, officer.id)
  if (open >= emergency.openReviews) throw reviewsOpen(open)
}

/** The agreements in force between the two agencies that name the purpose; asked before anything is looked up. */
async function agreementsFor(
  tx: Tx,
  input: { ownerAgencyId: AgencyId; purpose: string },
  officer: Officer,
  now: Date,
  { policy }: Hub,
): Promise<Agreement[]> {
  const all = await agreementsWhere(tx, policy.filter(officer, 'read', 'Agreement'))
  const fit = all.filter(
    (agreement) =>
      agreement.purposes.includes(input.purpose) &&
      agreement.parties.some((party) => party.agencyId === input.ownerAgencyId) &&
      !closedToLabel(agreement, 'public', now),
  )
  if (!fit.length) throw emergencyPurposeUnknown()
  return fit
}
