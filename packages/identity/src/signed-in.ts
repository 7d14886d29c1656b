import type { AgencyId, OfficerId, SessionId } from '@lianban/kernel'
import type { AgencyCard, Role } from './agency.ts'
import type { agencies, officers } from './table.ts'

/** An officer with a live session. Roles and agency come from our register, never from the provider. */
export type SignedIn = {
  readonly sessionId: SessionId
  readonly officer: {
    readonly id: OfficerId
    readonly agencyId: AgencyId
    readonly agencyKind: string
    readonly region: string
    readonly roles: readonly Role[]
    readonly postZh: string
    readonly postEn: string
    readonly agency: AgencyCard
  }
}

type Registered = { readonly officer: typeof officers.$inferSelect; readonly agency: typeof agencies.$inferSelect }

export function signedInAs({ officer, agency }: Registered, sessionId: SessionId): SignedIn {
  const { id, slug, nameZh, nameEn, shortZh, shortEn, kind, level, region, parentId } = agency
  return {
    sessionId,
    officer: {
      id: officer.id,
      agencyId: id,
      agencyKind: kind,
      region,
      roles: officer.roles,
      postZh: officer.postZh,
      postEn: officer.postEn,
      agency: { id, slug, nameZh, nameEn, shortZh, shortEn, kind, level, region, parentId },
    },
  }
}
