import type { Tx } from '@lianban/db'
import { type AgencyCard, agencies, officers, type Role } from '@lianban/identity'
import { type AgencyId, type OfficerId, Refusal } from '@lianban/kernel'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { unlessTaken } from '../unless-taken.ts'
import type { OfficerCard, Post } from './agency.ts'
import { officerKnown, slugTaken } from './refusals.ts'

const card = {
  id: agencies.id,
  slug: agencies.slug,
  nameZh: agencies.nameZh,
  nameEn: agencies.nameEn,
  shortZh: agencies.shortZh,
  shortEn: agencies.shortEn,
  kind: agencies.kind,
  level: agencies.level,
  region: agencies.region,
  parentId: agencies.parentId,
}

export const listAgencyCards = (tx: Tx): Promise<AgencyCard[]> =>
  tx.select(card).from(agencies).orderBy(asc(agencies.region), asc(agencies.slug))

export async function agencyCards(tx: Tx, ids: Iterable<AgencyId>): Promise<ReadonlyMap<AgencyId, AgencyCard>> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length ? await tx.select(card).from(agencies).where(inArray(agencies.id, wanted)) : []
  return new Map(rows.map((row) => [row.id, row]))
}

/** The agencies that go by these short names in files, as those of witnesses do. */
export async function agenciesBySlug(tx: Tx, slugs: readonly string[]): Promise<ReadonlyMap<string, AgencyCard>> {
  const rows = slugs.length
    ? await tx
        .select(card)
        .from(agencies)
        .where(inArray(agencies.slug, [...slugs]))
    : []
  return new Map(rows.map((row) => [row.slug, row]))
}

export async function findAgency(tx: Tx, by: { id: AgencyId } | { slug: string }): Promise<AgencyCard> {
  const [row] = await tx
    .select(card)
    .from(agencies)
    .where('id' in by ? eq(agencies.id, by.id) : eq(agencies.slug, by.slug))
  if (row) return row
  throw new Refusal(
    'invalid',
    'agency.unknown',
    { zh: '单位名录中没有这个单位。请从名录中选择。', en: 'No such agency in the register. Choose one from the list.' },
    { agency: 'id' in by ? by.id : by.slug },
  )
}

/** Posts, across agencies: a database function shows the post and nothing else of another agency's officers. */
export async function officerCards(tx: Tx, ids: Iterable<OfficerId>): Promise<ReadonlyMap<OfficerId, OfficerCard>> {
  const wanted = [...new Set(ids)]
  if (!wanted.length) return new Map()
  const { rows } = await tx.execute<{ id: OfficerId; agency_id: AgencyId; post_zh: string; post_en: string }>(
    sql`select * from officer_posts(${sql.param(wanted)}::uuid[])`,
  )
  const byId = await agencyCards(
    tx,
    rows.map((row) => row.agency_id),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, postZh: row.post_zh, postEn: row.post_en, agency: byId.get(row.agency_id)! },
    ]),
  )
}

/** The roles that officers of an agency hold, one array an officer. */
export async function rolesOf(tx: Tx, ids: readonly AgencyId[]): Promise<ReadonlyMap<AgencyId, readonly Role[][]>> {
  const found = new Map<AgencyId, Role[][]>(ids.map((id) => [id, []]))
  const { rows } = await tx.execute<{ agency_id: AgencyId; roles: Role[] }>(
    sql`select * from roles_of(${sql.param([...ids])}::uuid[])`,
  )
  for (const row of rows) found.get(row.agency_id)?.push(row.roles)
  return found
}

/** The posts that an agency shows to whoever it has an agreement in force with; none to anybody else. */
export async function postsOf(tx: Tx, agencyId: AgencyId): Promise<readonly Post[]> {
  const { rows } = await tx.execute<{ id: OfficerId; post_zh: string; post_en: string; roles: Role[] }>(
    sql`select * from posts_of(${agencyId}) order by post_zh, id`,
  )
  return rows.map(({ id, post_zh, post_en, roles }) => ({ id, postZh: post_zh, postEn: post_en, roles }))
}

/** The roles that each of these officers holds. */
export async function rolesOfOfficers(tx: Tx, ids: Iterable<OfficerId>): Promise<ReadonlyMap<OfficerId, Role[]>> {
  const { rows } = await tx.execute<{ id: OfficerId; roles: Role[] }>(
    sql`select * from officer_roles(${sql.param([...new Set(ids)])}::uuid[])`,
  )
  return new Map(rows.map(({ id, roles }) => [id, roles]))
}

/** The agency that keeps the register: the first one in it. */
export async function operatorId(tx: Tx): Promise<AgencyId> {
  const [operator] = await tx.select({ id: agencies.id }).from(agencies).orderBy(asc(agencies.registeredAt)).limit(1)
  if (!operator) throw new Error('the register of agencies is empty, so nobody can be signed in')
  return operator.id
}

export async function insertAgency(tx: Tx, row: typeof agencies.$inferInsert): Promise<void> {
  await unlessTaken('agencies_slug_key', () => slugTaken(row.slug), tx.insert(agencies).values(row))
}

export async function insertOfficer(tx: Tx, row: typeof officers.$inferInsert): Promise<void> {
  await unlessTaken('officers_agency_id_subject_key', officerKnown, tx.insert(officers).values(row))
}
