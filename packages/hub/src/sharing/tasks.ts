import type { Sentence } from '@lianban/kernel'
import { Refusal } from '@lianban/kernel'
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { agencyCards } from '../agencies/index.ts'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { type Grant, grants, grantsWhere } from '../grants/index.ts'
import { recordOf } from './grant-with-case.ts'
import type { SharedRecord } from './record.ts'

type Given = Parameters<TaskSource>[0]

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
  return told(given, rows, (grant, { record, grantee }) => ({
    kind: 'grant.approve',
    title: grant.extensionUntil
      ? {
          zh: `复核延长：${record} 给${grantee.zh}的授权`,
          en: `Decide on a longer grant of ${record} to ${grantee.en}`,
        }
      : { zh: `复核共享：${record} 给${grantee.zh}`, en: `Decide on sharing ${record} with ${grantee.en}` },
    at: grant.extensionAt ?? grant.givenAt,
    dueAt: null,
  }))
}

async function passedOn(given: Given): Promise<DeskTask[]> {
  const { officer, tx, hub } = given
  const news = and(eq(grants.origin, 'onward'), eq(grants.state, 'live'), isNull(grants.reviewedAt))
  const rows = await grantsWhere(tx, and(hub.policy.filter(officer, 'note', 'Grant'), news))
  return told(given, rows, (grant, { record, grantee, passer }) => ({
    kind: 'grant.news',
    title: {
      zh: `${passer.zh}已将 ${record} 转递给${grantee.zh}`,
      en: `${passer.en} passed ${record} on to ${grantee.en}`,
    },
    at: grant.givenAt,
    dueAt: null,
  }))
}

async function endingSoon(given: Given): Promise<DeskTask[]> {
  const { officer, tx, now, hub } = given
  const soon = sql`${grants.state} = 'live' and ${grants.expiresAt} > ${now}
    and ${grants.expiresAt} <= ${now}::timestamptz + make_interval(days => ${grants.remindDays})`
  const sides = or(
    hub.policy.filter(officer, 'extend', 'Grant'),
    and(hub.policy.filter(officer, 'read', 'Grant'), eq(grants.granteeAgencyId, officer.agencyId)),
  )
  const rows = await grantsWhere(tx, and(soon, sides))
  return told(given, rows, (grant, { record, grantee }) => ({
    kind: 'grant.due',
    title: {
      zh: `即将到期：${record} 给${grantee.zh}的授权`,
      en: `Ends soon: the grant of ${record} to ${grantee.en}`,
    },
    at: grant.givenAt,
    dueAt: grant.expiresAt,
  }))
}

type Words = { readonly record: string; readonly grantee: Sentence; readonly passer: Sentence }
type Told = Pick<DeskTask, 'kind' | 'title' | 'at' | 'dueAt'>

/** What the officer may not read, nothing is told of. */
async function told(
  { officer, tx, hub }: Given,
  rows: readonly Grant[],
  tell: (grant: Grant, words: Words) => Told,
): Promise<DeskTask[]> {
  const cards = await agencyCards(
    tx,
    rows.flatMap((grant) => [grant.granteeAgencyId, grant.onwardAgencyId ?? grant.ownerAgencyId]),
  )
  const nameOf = (id: Grant['ownerAgencyId']) => {
    const card = cards.get(id)
    return { zh: card?.shortZh ?? '', en: card?.shortEn ?? '' }
  }
  const tasks: DeskTask[] = []
  for (const grant of rows) {
    const record = await seen(() => recordOf(tx, grant))
    if (!record || !hub.policy.allows(officer, 'read', record.kind, record.row)) continue
    const words = {
      record: record.row.number,
      grantee: nameOf(grant.granteeAgencyId),
      passer: nameOf(grant.onwardAgencyId ?? grant.ownerAgencyId),
    }
    tasks.push({
      ...tell(grant, words),
      id: grant.id,
      href: `${record.kind === 'Case' ? '/cases' : '/clues'}/${record.id}`,
    })
  }
  return tasks
}

async function seen(find: () => Promise<SharedRecord>): Promise<SharedRecord | undefined> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
