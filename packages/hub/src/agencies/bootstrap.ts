import { appendEntry } from '@lianban/audit'
import type { Database } from '@lianban/db'
import { type AgencyId, type Clock, type EntryId, newId, type OfficerId } from '@lianban/kernel'
import { insertAgency, insertOfficer, listAgencyCards } from './store.ts'

/** On an empty register enters the operator and its first system administrator, so that somebody can register the rest. */
export async function bootstrapOperator(
  db: Database,
  clock: Clock,
  operator: {
    slug: string
    nameZh: string
    nameEn: string
    shortZh: string
    shortEn: string
    region: string
    oidcIssuer: string
    oidcClientId: string
    adminSubject: string
  },
): Promise<boolean> {
  const now = clock.now()
  return db.transaction({ duty: 'registration' }, now, async (tx) => {
    if ((await listAgencyCards(tx)).length > 0) return false
    const { adminSubject, ...fields } = operator
    const agencyId = newId<AgencyId>()
    await insertAgency(tx, {
      ...fields,
      id: agencyId,
      kind: 'operator',
      level: 'province',
      parentId: null,
      registeredAt: now,
    })
    await insertOfficer(tx, {
      id: newId<OfficerId>(),
      agencyId,
      subject: adminSubject,
      postZh: '平台运行·系统管理员',
      postEn: 'Operator · system administrator',
      roles: ['system_admin'],
      state: 'active',
      registeredAt: now,
    })
    await appendEntry(tx, {
      id: newId<EntryId>(),
      at: now,
      act: 'agency.bootstrap',
      outcome: 'done',
      agencyId,
      subject: { kind: 'Agency', id: agencyId },
    })
    return true
  })
}
