import type { Tx } from '@lianban/db'
import { type AgencyId, type AgreementId, type OfficerId, unseen } from '@lianban/kernel'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { lock } from '../lock.ts'
import { unlessTaken } from '../unless-taken.ts'
import type { Agreement, Party } from './agreement.ts'
import { numberTaken } from './refusals.ts'
import { agreementParties, agreements } from './table.ts'

export async function lockAgreement(tx: Tx, id: AgreementId): Promise<Agreement> {
  await lock(tx, 'Agreement', id)
  const agreement = await findAgreement(tx, id)
  if (!agreement) throw unseen()
  return agreement
}

export async function findAgreement(tx: Tx, id: AgreementId): Promise<Agreement | undefined> {
  const rows = await tx.select().from(agreements).where(eq(agreements.id, id))
  return (await withParties(tx, rows))[0]
}

export async function listAgreements(tx: Tx, filter: SQL): Promise<Agreement[]> {
  const rows = await tx
    .select()
    .from(agreements)
    .where(filter)
    .orderBy(desc(agreements.proposedAt), desc(agreements.id))
    .limit(500)
  return withParties(tx, rows)
}

/** The agreements that both agencies have signed, the latest to end first. */
export async function agreementsBetween(tx: Tx, one: AgencyId, other: AgencyId): Promise<Agreement[]> {
  const signedBy = (agency: AgencyId) =>
    sql`${agreements.id} in (select agreement_id from agreement_parties where agency_id = ${agency} and is_signed)`
  const rows = await tx
    .select()
    .from(agreements)
    .where(and(signedBy(one), signedBy(other)))
    .orderBy(desc(agreements.validUntil), desc(agreements.id))
  return withParties(tx, rows)
}

export async function insertAgreement(tx: Tx, agreement: Agreement): Promise<void> {
  const { parties, ...row } = agreement
  await unlessTaken(
    'agreements_proposed_by_agency_id_number_key',
    () => numberTaken(row.number),
    tx.insert(agreements).values(row),
  )
  await tx
    .insert(agreementParties)
    .values(
      parties.map(({ agencyId, signedBy, signedAt }) => ({ agreementId: agreement.id, agencyId, signedBy, signedAt })),
    )
}

export async function saveSignature(
  tx: Tx,
  agreement: Agreement,
  signature: { agencyId: AgencyId; signedBy: OfficerId; signedAt: Date; state: Agreement['state'] },
): Promise<void> {
  const { agencyId, signedBy, signedAt, state } = signature
  await tx
    .update(agreementParties)
    .set({ signedBy, signedAt })
    .where(and(eq(agreementParties.agreementId, agreement.id), eq(agreementParties.agencyId, agencyId)))
  await tx
    .update(agreements)
    .set({ state, version: agreement.version + 1 })
    .where(eq(agreements.id, agreement.id))
}

async function withParties(tx: Tx, rows: (typeof agreements.$inferSelect)[]): Promise<Agreement[]> {
  const byAgreement = new Map<AgreementId, Party[]>(rows.map((row) => [row.id, []]))
  const parties = rows.length
    ? await tx
        .select()
        .from(agreementParties)
        .where(inArray(agreementParties.agreementId, [...byAgreement.keys()]))
        .orderBy(asc(agreementParties.agencyId))
    : []
  for (const { agreementId, ...party } of parties) byAgreement.get(agreementId)?.push(party)
  return rows.map((row) => ({ ...row, parties: byAgreement.get(row.id) ?? [] }))
}
