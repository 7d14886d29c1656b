import { appendEntry } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import { type AgencyId, type EntryId, type GrantId, newId, Refusal } from '@lianban/kernel'
import { and, eq, gt } from 'drizzle-orm'
import { type AgencyCard, agencyCards, findAgency } from '../agencies/index.ts'
import { agreementsBetween, beyondCeiling, closedToLabel } from '../agreements/index.ts'
import type { AutoShare, EnteredRecord } from '../hub.ts'
import { activeSeats, taskForces, taskForcesWhere } from '../seats/index.ts'
import { type AutoShareRule, matching } from './auto-share-rules.ts'
import type { AutoShared } from './auto-shared.ts'
import { putInPlace } from './give.ts'
import { findRecord, RecordRef, type SharedRecord } from './record.ts'
import { grantForSeat } from './seats.ts'
import { type GrantMaking, grantUnder, type ShareTerms } from './terms.ts'

type Terms = Omit<ShareTerms, 'granteeAgencyId' | 'granteeOfficerId' | 'agreementId'>

/**
 * Shares what was just entered as the rules say, in the same transaction and within every ceiling. What a rule cannot
 * do, for want of an agreement, is logged and hinders nobody.
 */
export const makeAutoShare =
  (inForce: () => readonly AutoShareRule[]): AutoShare =>
  async (entered) => {
    const rules = inForce()
    const { tx, officer, now } = entered
    const { kind, id } = entered.record
    if (!rules.some(({ rule }) => rule.subject === kind)) return
    const ref = RecordRef.parse({ kind, id })
    const record = await findRecord(tx, ref)
    const owner = (await agencyCards(tx, [record.row.ownerAgencyId])).get(record.row.ownerAgencyId)!
    for (const auto of matching(rules, asEntered(record, owner))) {
      const made = await carryOut(entered, auto, ref, owner)
      for (const { agencyId, level } of made)
        await appendEntry(tx, {
          id: newId<EntryId>(),
          at: now,
          officerId: officer.id,
          agencyId: officer.agencyId,
          act: level ? 'grant.autoShare' : 'grant.autoShareLeftOut',
          outcome: 'done',
          subject: { kind: ref.kind, id: ref.id },
          rule: auto.rule.id,
          facts: { agency: agencyId, ...(level && { level }) },
          ...(record.caseId && { caseId: record.caseId }),
        })
    }
  }

type Made = { readonly agencyId: AgencyId; readonly level: string | undefined }

async function carryOut(
  { tx, officer, now, hub }: EnteredRecord,
  auto: AutoShareRule,
  ref: RecordRef,
  owner: AgencyCard,
): Promise<Made[]> {
  const { level, purpose } = auto
  const terms: Terms = {
    record: ref,
    level,
    purpose,
    legalBasis: auto.rule.because.zh,
    withheldFields: [...auto.withholds],
    allowsOnward: false,
    expiresAt: new Date(now.getTime() + auto.days * 86_400_000).toISOString(),
  }
  const by = { officerId: officer.id, now, hub, origin: 'auto' as const }
  const made: Made[] = []
  if (typeof auto.to === 'object' && 'taskForce' in auto.to) {
    const named = and(eq(taskForces.name, auto.to.taskForce), eq(taskForces.state, 'active'), gt(taskForces.until, now))
    for (const force of await taskForcesWhere(tx, named))
      for (const seat of activeSeats(force)) {
        const record = await findRecord(tx, ref)
        const outcome = await grantForSeat(tx, record, terms, { ...by, force, seat })
        if ('grant' in outcome) await putInPlace(tx, record, outcome.grant)
        made.push({ agencyId: seat.agencyId, level: 'grant' in outcome ? level : undefined })
      }
    return made
  }
  const agencyId = auto.to === 'superior' ? owner.parentId : (await findAgency(tx, { slug: auto.to.agency })).id
  if (!agencyId || agencyId === owner.id) return []
  const given = await giveAlone(tx, await findRecord(tx, ref), { ...terms, granteeAgencyId: agencyId }, auto, by)
  return [{ agencyId, level: given ? level : undefined }]
}

/** Whether some agreement, or the one the rule names, carried the share. */
async function giveAlone(
  tx: Tx,
  record: SharedRecord,
  terms: Terms & { granteeAgencyId: AgencyId },
  auto: AutoShareRule,
  by: Omit<GrantMaking, 'id'>,
): Promise<boolean> {
  const named = (number: string) => auto.agreement === 'any' || auto.agreement === number
  const fits = (await agreementsBetween(tx, record.row.ownerAgencyId, terms.granteeAgencyId)).find(
    (agreement) =>
      named(agreement.number) &&
      !closedToLabel(agreement, record.row.label, by.now) &&
      !beyondCeiling(agreement, { ...terms, expiresAt: new Date(terms.expiresAt) }),
  )
  if (!fits) return false
  try {
    const grant = await grantUnder(tx, record, { ...terms, agreementId: fits.id }, { ...by, id: newId<GrantId>() })
    await putInPlace(tx, record, grant)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function asEntered(record: SharedRecord, owner: AgencyCard): AutoShared {
  const { label, handlingCode, region, isRestricted } = record.row
  const by = { ownerKind: owner.kind, ownerLevel: owner.level, ownerRegion: owner.region, ownerSlug: owner.slug }
  const entered = { label, handlingCode, region, isRestricted, ...by }
  if (!('kind' in record.row)) return { subject: 'Case', ...entered }
  const { kind, source, methods } = record.row
  return { subject: 'Clue', kind, source, methods, ...entered }
}
