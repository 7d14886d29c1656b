import { vocabulary } from '@lianban/hub'
import { type AgencyKind, agencies, officers, type Role } from '@lianban/identity'
import { type AgencyId, newId, type OfficerId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { noon } from './rules.ts'

/** Who takes part. `late` holds grants that are over, `hebei` none at all; what the others hold is drawn by lot. */
const kinds = {
  operator: 'operator',
  beijing: 'tobacco',
  shunyi: 'tobacco',
  baoan: 'tobacco',
  police: 'police',
  procuratorate: 'procuratorate',
  late: 'tobacco',
  hebei: 'tobacco',
} as const satisfies Record<string, AgencyKind>

export type AgencyName = keyof typeof kinds

export type Joiner = { readonly name: AgencyName; readonly id: AgencyId; readonly officers: readonly Officer[] }

export const handlerOf = ({ officers: [first] }: Joiner): OfficerId => first!.id

/** Every agency with one officer for every role. */
export async function registerAll(owner: NodePgDatabase): Promise<Record<AgencyName, Joiner>> {
  const joiners = Object.entries(kinds).map(([name, agencyKind]): Joiner => {
    const id = newId<AgencyId>()
    const officersOf = vocabulary.roles.map(
      (role): Officer => ({ id: newId<OfficerId>(), agencyId: id, agencyKind, region: '110000', roles: [role] }),
    )
    return { name: name as AgencyName, id, officers: officersOf }
  })
  await owner.insert(agencies).values(
    joiners.map(({ name, id }) => ({
      id,
      slug: name,
      nameZh: name,
      nameEn: name,
      shortZh: name,
      shortEn: name,
      kind: kinds[name],
      level: 'city' as const,
      region: '110000',
      oidcIssuer: `http://localhost/${name}`,
      oidcClientId: 'lianban',
      registeredAt: noon,
    })),
  )
  await owner.insert(officers).values(
    joiners.flatMap((joiner) =>
      joiner.officers.map(({ id, agencyId, roles }) => ({
        id,
        agencyId,
        subject: `${joiner.name}.${roles[0]}`,
        postZh: '职务',
        postEn: 'post',
        roles: roles as Role[],
        state: 'active' as const,
        registeredAt: noon,
      })),
    ),
  )
  return Object.fromEntries(joiners.map((joiner) => [joiner.name, joiner])) as Record<AgencyName, Joiner>
}
