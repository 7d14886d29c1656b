import { agencies, officers } from '@lianban/identity'
import type { OfficerId } from '@lianban/kernel'
import { eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { administrators, agencyCards, findAgency, officerCards, operatorId } from '../agencies/index.ts'
import { line } from '../classification.ts'
import { afterUpwards, PageInput, pageOf, rowsToFetch } from '../page.ts'
import { list } from '../query.ts'
import { mentions } from '../words.ts'
import { lastSignIns, listChanges, listRegistered } from './store.ts'
import { officerChanges } from './table.ts'

/** The officers of the register that the reader answers for: posts, roles, whether suspended, and when last signed in. */
export const listOfficers = list({
  name: 'officer.list',
  input: PageInput.extend({
    agencySlug: line(40).optional(),
    /** Only whoever has not signed in for so many days. */
    idleDays: z.int().min(1).max(3650).optional(),
  }),
  async run({ input, officer, tx, now, hub }) {
    const { policy } = hub
    const wanted: (SQL | undefined)[] = [
      policy.filter(officer, 'read', 'Officer'),
      input.agencySlug ? eq(officers.agencyId, (await findAgency(tx, { slug: input.agencySlug })).id) : undefined,
      mentions(input.q, officers.postZh, officers.postEn, officers.subject),
      input.idleDays ? idleSince(now, input.idleDays) : undefined,
    ]
    const place = afterUpwards(input.cursor, agencies.registeredAt, officers.id)
    const { rows, total } = await listRegistered(tx, { limit: rowsToFetch(input), place }, ...wanted)
    const found = rows.map((row) => ({ ...row, id: row.officer.id }))
    const { shown, nextCursor } = pageOf(found, input, ({ agency }) => agency.registeredAt)
    const seen = await lastSignIns(
      tx,
      shown.map(({ id }) => id),
    )
    const cards = await agencyCards(
      tx,
      shown.map(({ agency }) => agency.id),
    )
    const operator = shown.length ? await operatorId(tx) : undefined
    const open = await openChanges(tx, policy.filter(officer, 'read', 'OfficerChange'))
    return {
      items: shown.map(({ officer: one }) => {
        const { id, subject, postZh, postEn, roles, state, version, registeredAt, agencyId } = one
        const isOffice = roles.some((role) => administrators.includes(role))
        const asked = {
          operatorId: operator!,
          agencyId,
          concernsId: id,
          touchesOffice: isOffice,
          proposedBy: officer.id,
        }
        return {
          id,
          subject,
          postZh,
          postEn,
          roles,
          state,
          version,
          registeredAt,
          agency: cards.get(agencyId)!,
          lastSignInAt: seen.get(id) ?? null,
          waiting: open.get(id) ?? null,
          canPropose: Boolean(policy.allows(officer, 'propose', 'OfficerChange', asked)),
        }
      }),
      total,
      nextCursor,
    }
  },
})

/** Signed in long ago or never, and registered long enough to have done so. */
const idleSince = (now: Date, days: number): SQL => {
  const since = new Date(now.getTime() - days * 24 * 3600_000).toISOString()
  return sql`${officers.registeredAt} <= ${since}::timestamptz and ${officers.state} = 'active' and not exists (
    select from last_sign_ins(array[${officers.id}]) s where s.at > ${since}::timestamptz)`
}

async function openChanges(tx: Parameters<typeof listChanges>[0], filter: SQL) {
  const open = await listChanges(tx, 500, filter, eq(officerChanges.state, 'proposed'))
  return new Map(open.map((change) => [change.concernsId as OfficerId, change.id]))
}

const changesShown = 300

/** What was proposed about officers, newest first, and what became of it. */
export const listOfficerChanges = list({
  name: 'officer.changes',
  input: z.strictObject({ open: z.boolean().optional() }),
  async run({ input, officer, tx, hub }) {
    const { policy } = hub
    const changes = await listChanges(
      tx,
      changesShown,
      policy.filter(officer, 'read', 'OfficerChange'),
      input.open ? eq(officerChanges.state, 'proposed') : undefined,
    )
    const cards = await agencyCards(
      tx,
      changes.map((change) => change.agencyId),
    )
    const may = (action: string, change: (typeof changes)[number]) =>
      change.state === 'proposed' && Boolean(policy.allows(officer, action, 'OfficerChange', change))
    const posts = await officerCards(
      tx,
      changes.flatMap(({ proposedBy, decidedBy }) => (decidedBy ? [proposedBy, decidedBy] : [proposedBy])),
    )
    return {
      items: changes.map((change) => ({
        id: change.id,
        kind: change.kind,
        agency: cards.get(change.agencyId)!,
        lines: change.lines,
        reason: change.reason,
        proposedBy: posts.get(change.proposedBy)!,
        proposedAt: change.proposedAt,
        state: change.state,
        decidedBy: (change.decidedBy && posts.get(change.decidedBy)) ?? null,
        decidedAt: change.decidedAt,
        note: change.note,
        canApprove: may('approve', change),
        canDecline: may('decline', change),
        canWithdraw: may('withdraw', change),
      })),
    }
  },
})
