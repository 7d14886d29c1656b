import type { HubRouter } from '@lianban/hub'
import type { Sentence } from '@lianban/kernel'
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client'

/** What the loader stands on: the running hub's public address, and a way for a demo officer to sign in. */
export type LoadOptions = {
  readonly origin: string
  readonly issuerOf: (slug: string) => string
  readonly signInAs: (who: { origin: string; agencySlug: string; subject: string }) => Promise<{ cookie: string }>
  readonly progress?: (line: Sentence) => void
  /** What the years of agreements and grants are counted from. */
  readonly now?: Date
}

/** One signed-in officer: the hub's procedures under that officer's session, and the session itself for the live rooms. */
export type Office = { readonly hub: TRPCClient<HubRouter>; readonly cookie: string }

export type Offices = { as(subject: string): Promise<Office> }

/** Signs each officer in once, the first time that officer has something to do. */
export function makeOffices(options: LoadOptions): Offices {
  const opened = new Map<string, Promise<Office>>()
  const open = async (subject: string): Promise<Office> => {
    const agencySlug = subject.slice(0, subject.indexOf('.'))
    const { cookie } = await options.signInAs({ origin: options.origin, agencySlug, subject })
    return { hub: clientOf(options.origin, cookie), cookie }
  }
  return {
    as(subject) {
      const office = opened.get(subject) ?? open(subject)
      opened.set(subject, office)
      return office
    },
  }
}

const clientOf = (origin: string, cookie: string): TRPCClient<HubRouter> =>
  createTRPCClient<HubRouter>({ links: [httpBatchLink({ url: `${origin}/trpc`, headers: { cookie, origin } })] })
