import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { type Grant, type GrantRow, grants, grantsWhere, remindedFrom } from '../grants/index.ts'
import { longerEnd } from './longer.ts'
import { type Given, told } from './told-at-desk.ts'

/** Grants that wait for this officer as the second one, that were passed on, or that end soon. */
export const grantTasks: TaskSource = async (given) => [
  ...(await toDecide(given)),
  ...(await passedOn(given)),
  ...(await endingSoon(given)),
]

async function toDecide(given: Given): Promise<DeskTask[]> {
  const { officer, tx, hub } = given
  const waiting = or(eq(grants.state, 'proposed'), and(eq(grants.state, 'live'), isNotNull(grants.extensionUntil)))
  const rows = await grantsWhere(tx, and(hub.policy.filter(officer, 'approve', 'Grant'), waiting))
  return told(given, rows, async (grant, { record, grantee, terms, proposer }) => ({
    kind: 'grant.approve',
    title: grant.extensionUntil
      ? {
          zh: `复核延长：${record} 给${grantee.zh}的授权`,
          en: `Decide on a longer grant of ${record} to ${grantee.en}`,
        }
      : { zh: `复核共享：${record} 给${grantee.zh}`, en: `Decide on sharing ${record} with ${grantee.en}` },
    note: { zh: `${proposer.zh}提出：${terms.zh}`, en: `Proposed by ${proposer.en}: ${terms.en}` },
    at: grant.extensionAt ?? grant.givenAt,
    dueAt: null,
    atOnce: { version: grant.version, deeds: ['approve', 'decline'], until: null },
  }))
}

async function passedOn(given: Given): Promise<DeskTask[]> {
  const { officer, tx, hub } = given
  const news = and(eq(grants.origin, 'onward'), eq(grants.state, 'live'), isNull(grants.notedAt))
  const rows = await grantsWhere(tx, and(hub.policy.filter(officer, 'note', 'Grant'), news))
  return told(given, rows, async (grant, { record, grantee, passer, terms }) => ({
    kind: 'grant.news',
    title: {
      zh: `${passer.zh}已将 ${record} 转递给${grantee.zh}`,
      en: `${passer.en} passed ${record} on to ${grantee.en}`,
    },
    note: terms,
    at: grant.givenAt,
    dueAt: null,
    atOnce: { version: grant.version, deeds: ['note'], until: null },
  }))
}

async function endingSoon(given: Given): Promise<DeskTask[]> {
  const { officer, tx, now, hub } = given
  // An emergency access runs for an hour and has its countdown; nobody is to make it longer.
  const soon = sql`${grants.state} = 'live' and ${grants.origin} <> 'emergency' and ${grants.expiresAt} > ${now}
    and ${grants.expiresAt} <= ${now}::timestamptz + make_interval(days => ${grants.remindDays})`
  const sides = or(
    hub.policy.filter(officer, 'extend', 'Grant'),
    and(hub.policy.filter(officer, 'read', 'Grant'), eq(grants.granteeAgencyId, officer.agencyId)),
  )
  const rows = (await grantsWhere(tx, and(soon, sides))).filter((grant) => !isLeftToEnd(grant, officer.agencyId))
  const may = (action: string, grant: GrantRow) => Boolean(hub.policy.allows(officer, action, 'Grant', grant))
  return told(given, rows, async (grant, { record, shared, grantee, terms }) => {
    const longer = may('extend', grant) && !grant.extensionUntil && (await longerEnd(tx, grant, shared, now))
    return {
      kind: 'grant.due',
      title: {
        zh: `即将到期：${record} 给${grantee.zh}的授权`,
        en: `Ends soon: the grant of ${record} to ${grantee.en}`,
      },
      note: terms,
      at: grant.givenAt,
      dueAt: grant.expiresAt,
      atOnce: {
        version: grant.version,
        deeds: [...(longer ? (['extend'] as const) : []), ...(may('note', grant) ? (['letEnd'] as const) : [])],
        until: longer ? longer.offered : null,
      },
    }
  })
}

/** The owner has noted the reminder and lets the grant end; whoever it is to is still reminded. */
const isLeftToEnd = (grant: Grant, agencyId: Grant['ownerAgencyId']): boolean =>
  grant.granteeAgencyId !== agencyId && grant.notedAt !== null && grant.notedAt >= remindedFrom(grant)
