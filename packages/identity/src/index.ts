export {
  type AgencyCard,
  type AgencyKind,
  type AgencyLevel,
  agencyKinds,
  agencyLevels,
  type Role,
  roles,
} from './agency.ts'
export { clearedCookie, clearedSignInCookie, sessionCookie, signInCookie, stateOf, tokenOf } from './cookies.ts'
export { createIdentity, type Identity } from './identity.ts'
export type { SessionEvent } from './session-event.ts'
export type { SignedIn } from './signed-in.ts'
export { agencies, officers } from './table.ts'
