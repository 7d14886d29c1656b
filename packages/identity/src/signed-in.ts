import type { AgencyId, OfficerId, SessionId } from '@lianban/kernel'
import type { agencies, officers } from './table.ts'

/** An agency as everybody may know it. */
export type AgencyCard = {
  readonly id: AgencyId
  readonly slug: string
  readonly nameZh: string
  readonly nameEn: string
  readonly shortZh: string
  readonly shortEn: string
  readonly kind: string
  readonly level: string
  readonly region: string
  readonly parentId: AgencyId | null
}

/** An officer with a live session. Roles and agency come from our register, never from the provider. */
export type SignedIn = {
  readonly sessionId: SessionId
  readonly officer: {
    readonly id: OfficerId
    readonly agencyId: AgencyId
    readonly agencyKind: string
    readonly region: string
    readonly roles: readonly string[]
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
