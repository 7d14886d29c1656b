import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import { type Circle, circlesOf } from '../circles/index.ts'
import { type Version, versionsAt } from './versions.ts'

/** A record as the rules would have read it at an instant. */
export type PastRow = { readonly row: object; readonly isCertain: boolean }

export type PastKind = keyof typeof rebuilders

/** What a record was at an instant; nothing if it was not there yet, or is not the asker's to know. */
export async function pastRow(tx: Tx, record: { kind: PastKind; id: string }, at: Date): Promise<PastRow | undefined> {
  const [found] = await versionsAt(tx, at, { kind: record.kind, id: record.id })
  return found && rebuilders[record.kind](tx, found, at)
}

type Rebuild = (tx: Tx, found: Version, at: Date) => Promise<PastRow>

const grantsAt = async (tx: Tx, at: Date, ...of: string[]): Promise<Version[]> =>
  of.length ? versionsAt(tx, at, { kind: 'Grant', of }) : []

const rowOf = ({ id, state }: Version): object => ({ id, ...state })

/** Before there were records kept to named officers, none was. */
const recordOf = (found: Version): object => ({ isRestricted: false, ...rowOf(found) })

/**
 * Who might know of a record at an instant: all of its owner, or where it was kept to named officers, those who are named
 * by now, for nobody is ever taken off.
 */
async function circleAt(tx: Tx, at: Date, id: string): Promise<{ circle: Circle; versions: Version[] }> {
  const versions = [
    ...(await versionsAt(tx, at, { kind: 'Case', id })),
    ...(await versionsAt(tx, at, { kind: 'Clue', id })),
  ]
  const [record] = versions
  const owner = record?.state.ownerAgencyId as AgencyId | undefined
  if (record?.state.isRestricted !== true) return { circle: owner ? [{ memberId: owner }] : [], versions }
  const named = (await circlesOf(tx, [id])).get(id) ?? []
  return { circle: named.filter(({ memberId }) => memberId !== owner), versions }
}

const isSure = (...versions: Version[]): boolean => versions.every(({ isCertain }) => isCertain)

const rebuilders = {
  async Case(tx, found, at) {
    const grants = await grantsAt(tx, at, found.id)
    return { row: { ...recordOf(found), grants: grants.map(rowOf) }, isCertain: isSure(found, ...grants) }
  },
  async Clue(tx, found, at) {
    const grants = await grantsAt(tx, at, found.id)
    const links = await versionsAt(tx, at, { kind: 'CaseClue', id: found.id })
    const passing = links.filter(({ state }) => state.passesOn).map(({ partId }) => partId!)
    const caseGrants = await grantsAt(tx, at, ...passing)
    return {
      row: { ...recordOf(found), grants: grants.map(rowOf), caseGrants: caseGrants.map(rowOf) },
      isCertain: isSure(found, ...grants, ...links, ...caseGrants),
    }
  },
  async Section(tx, found, at) {
    const caseId = String(found.state.caseId)
    const members = await versionsAt(tx, at, { kind: 'SectionMember', id: found.id })
    const ofCase = await versionsAt(tx, at, { kind: 'Case', id: caseId })
    const caseGrants = await grantsAt(tx, at, caseId)
    return {
      row: {
        ...rowOf(found),
        members: members.map(rowOf),
        case: ofCase.map(recordOf),
        caseGrants: caseGrants.map(rowOf),
      },
      isCertain: isSure(found, ...members, ...ofCase, ...caseGrants),
    }
  },
  async Handoff(tx, found, at) {
    const { caseId, clueId } = found.state
    const caseGrants = caseId ? await grantsAt(tx, at, String(caseId)) : []
    const { circleId, fromAgencyId } = found.state
    const { circle, versions } =
      circleId === fromAgencyId
        ? { circle: [{ memberId: fromAgencyId as AgencyId }], versions: [] }
        : await circleAt(tx, at, String(caseId ?? clueId))
    // Nobody was asked to oversee before there were overseers.
    const row = { overseerAgencyId: null, ...rowOf(found), caseGrants: caseGrants.map(rowOf), circle }
    return { row, isCertain: isSure(found, ...caseGrants, ...versions) }
  },
  async Agreement(tx, found, at) {
    const parties = await versionsAt(tx, at, { kind: 'AgreementParty', id: found.id })
    return { row: { ...rowOf(found), parties: parties.map(rowOf) }, isCertain: isSure(found, ...parties) }
  },
  async TaskForce(tx, found, at) {
    const seats = await versionsAt(tx, at, { kind: 'TaskForceSeat', of: [found.id] })
    const { caseId, leadAgencyId } = found.state
    const { circle, versions } = caseId
      ? await circleAt(tx, at, String(caseId))
      : { circle: [{ memberId: leadAgencyId as AgencyId }], versions: [] }
    return {
      row: { ...rowOf(found), seats: seats.map(rowOf), circle },
      isCertain: isSure(found, ...seats, ...versions),
    }
  },
  async Grant(tx, found, at) {
    const { circle, versions } = await circleAt(tx, at, String(found.state.recordId))
    return { row: { ...rowOf(found), circle }, isCertain: isSure(found, ...versions) }
  },
} satisfies Record<string, Rebuild>

export const pastKinds = Object.keys(rebuilders) as PastKind[]
