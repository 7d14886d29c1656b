import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import type { HubApi } from './api-types.ts'

/** The hub, called with the officer's own session cookie. */
export const api = createTRPCClient<AnyRouter>({
  links: [httpBatchLink({ url: '/trpc', maxURLLength: 4000 })],
}) as unknown as HubApi
