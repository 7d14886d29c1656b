import type { HubRouter } from '@lianban/hub'
import { createTRPCClient, httpBatchLink } from '@trpc/client'

/** The hub, called with the officer's own session cookie. */
export const api = createTRPCClient<HubRouter>({ links: [httpBatchLink({ url: '/trpc', maxURLLength: 4000 })] })
