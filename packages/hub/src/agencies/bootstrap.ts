import { appendEntry } from '@lianban/audit'
import type { Database, Tx } from '@lianban/db'
import { officers, type Role } from '@lianban/identity'
import { type AgencyId, type Clock, type EntryId, newId, type OfficerId } from '@lianban/kernel'
import { and, eq, sql } from 'drizzle-orm'
import { lock } from '../lock.ts'
import { type Office, offices, roleWords } from './agency.ts'
import { insertAgency, insertOfficer, listAgencyCards } from './store.ts'

/** Who the operator is, and the sign-in subject of the first holder of each of its three offices. */
export type Operator = {
  readonly slug: string
  readonly nameZh: string
  readonly nameEn: string
  readonly shortZh: string
  readonly shortEn: string
  readonly region: string
  readonly oidcIssuer: string
  readonly oidcClientId: string
  readonly firstHolders: Readonly<Record<Office, string>>
}

/**
 * Enters the operator in an empty register, and a first holder for each of its offices that nobody holds: from there on
 * it takes two of them to enter or change anybody. Answers whether anything was entered.
 */
export async function bootstrapOperator(db: Database, clock: Clock, operator: Operator): Promise<boolean> {
  const now = clock.now()
  const { firstHolders, ...fields } = operator
  return db.transaction({ duty: 'registration' }, now, async (tx) => {
    await lock(tx, 'Agency', 'operator')
    const register = await listAgencyCards(tx)
    const known = register.find(({ kind }) => kind === 'operator')
    if (register.length > 0 && known?.slug !== operator.slug) return false
    const agencyId = known?.id ?? newId<AgencyId>()
    if (!known)
      await insertAgency(tx, {
        ...fields,
        id: agencyId,
        kind: 'operator',
        level: 'province',
        parentId: null,
        registeredAt: now,
      })
    const vacant = await vacantOffices(tx, agencyId, firstHolders)
    for (const office of vacant)
      await insertOfficer(tx, {
        id: newId<OfficerId>(),
        agencyId,
        subject: firstHolders[office],
        postZh: `${operator.shortZh}·${roleWords[office].zh}`,
        postEn: `${operator.shortEn} · ${roleWords[office].en}`,
        roles: [office],
        state: 'active',
        registeredAt: now,
      })
    const entered = (act: string, facts?: Record<string, string>) =>
      appendEntry(tx, {
        id: newId<EntryId>(),
        at: now,
        act,
        outcome: 'done',
        agencyId,
        subject: { kind: 'Agency', id: agencyId },
        ...(facts && { facts }),
      })
    if (!known) await entered('agency.bootstrap')
    if (vacant.length > 0) await entered('agency.fillOffices', { roles: vacant.join() })
    return vacant.length > 0
  })
}

/** Offices that nobody holds, of those whose named holder is not in the register yet. */
async function vacantOffices(tx: Tx, agencyId: AgencyId, holders: Operator['firstHolders']): Promise<Office[]> {
  const isHolding = (office: Role) => sql`${office} = any (${officers.roles})`
  const vacant: Office[] = []
  for (const office of offices) {
    const known = await tx
      .select({ id: officers.id })
      .from(officers)
      .where(
        and(
          eq(officers.agencyId, agencyId),
          sql`(${eq(officers.subject, holders[office])} or (${officers.state} = 'active' and ${isHolding(office)}))`,
        ),
      )
    if (known.length === 0) vacant.push(office)
  }
  return vacant
}
