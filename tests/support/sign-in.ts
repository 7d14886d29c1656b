import { signInAs } from '../../apps/demo-idp/src/sign-in-as.ts'

/** Signs a demo officer in over HTTP, the whole way through the agency's provider. */
export const signIn = (serverOrigin: string, agencySlug: string, subject: string): Promise<{ cookie: string }> =>
  signInAs({ origin: serverOrigin, agencySlug, subject })
