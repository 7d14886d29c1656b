import type { Tx } from '@lianban/db'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import type { Role } from '../agencies/index.ts'

/** The roles that officers of these agencies held at an instant, one array a post. */
export async function rolesAt(
  tx: Tx,
  agencyIds: readonly AgencyId[],
  at: Date,
): Promise<ReadonlyMap<string, readonly Role[][]>> {
  const { rows } = await tx.execute<{ agency_id: AgencyId; roles: Role[] }>(
    sql`select * from roles_of_at(${sql.param([...agencyIds])}::uuid[], ${at})`,
  )
  const found = new Map<string, Role[][]>(agencyIds.map((id) => [id, []]))
  for (const row of rows) found.get(row.agency_id)?.push(row.roles)
  return found
}

/** The roles that each of these officers held at an instant, in the agency of that day. */
export async function officerRolesAt(
  tx: Tx,
  ids: readonly OfficerId[],
  at: Date,
): Promise<ReadonlyMap<string, readonly Role[]>> {
  const { rows } = await tx.execute<{ id: OfficerId; roles: Role[] }>(
    sql`select * from officer_roles_at(${sql.param([...ids])}::uuid[], ${at})`,
  )
  return new Map(rows.map(({ id, roles }) => [id, roles]))
}
