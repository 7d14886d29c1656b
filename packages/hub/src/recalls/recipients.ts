import type { AgencyId, GrantId, OfficerId } from '@lianban/kernel'
import { isWithin, levels } from '../classification.ts'
import { type Grant, isLive } from '../grants/index.ts'

/** Whoever could read a record: an agency or one officer of it, by a grant of its own or through a case that passes the clue on. */
export type Recipient = {
  readonly agencyId: AgencyId
  readonly officerId: OfficerId | null
  readonly grantId: GrantId | null
  readonly throughCase: boolean
}

/** A record as far as it matters who could read it. */
export type Readable = {
  readonly ownerAgencyId: AgencyId
  readonly leadAgencyId?: AgencyId
  readonly handlingCode: string
  readonly grants: readonly Grant[]
  readonly caseGrants?: readonly Grant[]
}

/** Everybody a correction reaches. */
export function recipientsOf(record: Readable, now: Date): Recipient[] {
  const direct = record.grants.filter((grant) => isLive(grant, now)).map((grant) => recipient(grant, false))
  const lead = record.leadAgencyId
    ? [{ agencyId: record.leadAgencyId, officerId: null, grantId: null, throughCase: false }]
    : []
  const through = grantsThroughCases(record, now).map((grant) => recipient(grant, true))
  return once([...direct, ...lead, ...through], record.ownerAgencyId)
}

/**
 * Everybody who loses something of a record with these grants: their grantees, unless something else opens as much to
 * them, and those to whom the grantees' own cases passed it on.
 */
export function recipientsOfRecall(record: Readable, lost: readonly Grant[], now: Date): Recipient[] {
  const ids = new Set(lost.map(({ id }) => id))
  const left = record.grants.filter((grant) => !ids.has(grant.id) && isLive(grant, now))
  const open = lost.filter((grant) => isLive(grant, now))
  const itself = open.filter((grant) => !left.some((other) => opensAsMuch(other, grant)))
  const stillGranted = left.map((grant): AgencyId | OfficerId => grant.granteeId)
  const cutOff = agenciesCutOff(record, lost, now)
  const through = grantsThroughCases(record, now)
    .filter((grant) => cutOff.includes(grant.ownerAgencyId))
    .filter((grant) => !stillGranted.includes(grant.granteeId) && !stillGranted.includes(grant.granteeAgencyId))
  return once(
    [...itself.map((grant) => recipient(grant, false)), ...through.map((grant) => recipient(grant, true))],
    record.ownerAgencyId,
  )
}

/** The agencies to which nothing is left that opens the record. */
export function agenciesCutOff({ grants }: Readable, lost: readonly Grant[], now: Date): AgencyId[] {
  const ids = new Set(lost.map(({ id }) => id))
  const left = grants.filter((grant) => !ids.has(grant.id) && isLive(grant, now))
  return lost
    .filter((grant) => isLive(grant, now))
    .map(({ granteeAgencyId }) => granteeAgencyId)
    .filter((agency) => !left.some(({ granteeAgencyId }) => granteeAgencyId === agency))
}

/** Whether whoever loses the one still has it all by the other. */
const opensAsMuch = (other: Grant, lost: Grant): boolean =>
  other.granteeAgencyId === lost.granteeAgencyId &&
  (!other.granteeOfficerId || other.granteeOfficerId === lost.granteeOfficerId) &&
  isWithin(levels, lost.level, other.level) &&
  other.withheldFields.every((field) => lost.withheldFields.includes(field))

const grantsThroughCases = (record: Readable, now: Date): readonly Grant[] =>
  record.handlingCode === 'no_onward'
    ? []
    : (record.caseGrants ?? []).filter((grant) => grant.showsClues && isLive(grant, now))

const recipient = (grant: Grant, throughCase: boolean): Recipient => ({
  agencyId: grant.granteeAgencyId,
  officerId: grant.granteeOfficerId,
  grantId: grant.id,
  throughCase,
})

/** An agency is told once, and an officer alone only if the agency as a whole is not. */
function once(recipients: readonly Recipient[], ownerAgencyId: AgencyId): Recipient[] {
  const others = recipients.filter(({ agencyId }) => agencyId !== ownerAgencyId)
  const wholly = new Set(others.filter(({ officerId }) => !officerId).map(({ agencyId }) => agencyId))
  const told = others.filter(({ officerId, agencyId }) => !officerId || !wholly.has(agencyId))
  return [...new Map(told.toReversed().map((one) => [one.officerId ?? one.agencyId, one])).values()].toReversed()
}
