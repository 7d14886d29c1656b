import type { Tx } from '@lianban/db'
import { type AgencyId, type GrantId, newId, type OfficerId, Refusal, type Sentence } from '@lianban/kernel'
import { and, eq, inArray } from 'drizzle-orm'
import { type Agreement, agreementsBetween, beyondCeiling, closedToLabel } from '../agreements/index.ts'
import { underDuty } from '../duty.ts'
import { type Grant, grants, grantsWhere } from '../grants/index.ts'
import type { Seat, TaskForceRow } from '../seats/index.ts'
import { putInPlace } from './give.ts'
import { recordOf } from './grant-with-case.ts'
import type { SharedRecord } from './record.ts'
import { takeBack } from './take-back.ts'
import { type GrantMaking, grantUnder, type ShareTerms } from './terms.ts'

/** What a whole task force is given: the agreement is found for each seat. */
type SeatTerms = Omit<ShareTerms, 'record' | 'granteeAgencyId' | 'granteeOfficerId' | 'agreementId'>

export type SeatGrant =
  | { readonly seat: Seat; readonly grant: Grant }
  | { readonly seat: Seat; readonly leftOut: Sentence }

const noAgreement: Sentence = {
  zh: '该单位与记录所属单位之间没有有效协议。',
  en: 'There is no agreement in force between this agency and the owner of the record.',
}

/** The grant that a seat would get, or why it is left out: every seat stands on an agreement of its own agency. */
export async function grantForSeat(
  tx: Tx,
  record: SharedRecord,
  terms: SeatTerms,
  { force, seat, ...by }: Omit<GrantMaking, 'id'> & { force: TaskForceRow; seat: Seat },
): Promise<SeatGrant> {
  if (seat.agencyId === record.row.ownerAgencyId) return { seat, leftOut: ofOwner }
  const expiresAt = new Date(Math.min(new Date(terms.expiresAt).getTime(), force.until.getTime()))
  const agreements = await underDuty(tx, 'sharing', () =>
    agreementsBetween(tx, record.row.ownerAgencyId, seat.agencyId),
  )
  const obstacleOf = (agreement: Agreement) =>
    closedToLabel(agreement, record.row.label, by.now) ?? beyondCeiling(agreement, { ...terms, expiresAt })
  const agreement = agreements.find((one) => !obstacleOf(one))
  const [first] = agreements
  if (!agreement) return { seat, leftOut: (first && obstacleOf(first)) ?? noAgreement }
  try {
    const grant = await grantUnder(
      tx,
      record,
      {
        ...terms,
        record: { kind: record.kind, id: record.id } as ShareTerms['record'],
        expiresAt: expiresAt.toISOString(),
        granteeAgencyId: seat.agencyId,
        ...(seat.officerId && { granteeOfficerId: seat.officerId }),
        agreementId: agreement.id,
      },
      { ...by, id: newId<GrantId>(), taskForceId: force.id },
    )
    return { seat, grant }
  } catch (error) {
    if (error instanceof Refusal) return { seat, leftOut: error.sentence }
    throw error
  }
}

const ofOwner: Sentence = { zh: '记录属于该单位，无需授权。', en: 'The record is this agency’s own.' }

/** What was given to the task force is opened for a new seat as well, where its agreement carries it. */
export async function openForSeat(
  tx: Tx,
  force: TaskForceRow,
  seat: Seat,
  by: Pick<GrantMaking, 'now' | 'hub'>,
): Promise<{ record: SharedRecord; outcome: SeatGrant }[]> {
  return underDuty(tx, 'sharing', async () => {
    const live = await grantsWhere(
      tx,
      and(eq(grants.taskForceId, force.id), inArray(grants.state, ['live', 'proposed'])),
    )
    const templates = new Map(live.filter((grant) => grant.expiresAt > by.now).map((grant) => [grant.recordId, grant]))
    const opened = []
    for (const template of templates.values()) {
      const record = await recordOf(tx, template)
      const outcome = await grantForSeat(
        tx,
        record,
        { ...template, expiresAt: template.expiresAt.toISOString() },
        { ...by, officerId: template.givenBy, force, seat },
      )
      if ('grant' in outcome) {
        // Whoever approved the grant to the task force approved it for its seats, as far as agreements carry it.
        const { state, approvedBy, approvedAt } = template
        await putInPlace(tx, record, { ...outcome.grant, state, approvedBy, approvedAt })
      }
      opened.push({ record, outcome })
    }
    return opened
  })
}

/** What came through the seat ends with it; whoever loses by that has to acknowledge it to the owner of the record. */
export async function closeForSeats(
  tx: Tx,
  force: TaskForceRow,
  seats: readonly Pick<Seat, 'memberId'>[],
  by: Parameters<typeof takeBack>[3],
): Promise<number> {
  const members = new Set<AgencyId | OfficerId>(seats.map((seat) => seat.memberId))
  return underDuty(tx, 'sharing', async () => {
    const open = await grantsWhere(
      tx,
      and(eq(grants.taskForceId, force.id), inArray(grants.state, ['live', 'proposed'])),
    )
    const closed = open.filter((grant) => members.has(grant.granteeId))
    for (const onOne of Map.groupBy(closed, ({ recordId }) => recordId).values())
      await takeBack(tx, await recordOf(tx, onOne[0]!), onOne, by)
    return closed.length
  })
}
