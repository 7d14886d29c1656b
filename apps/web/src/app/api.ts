import type { HubRouter } from '@lianban/hub'
import { createTRPCClient, httpBatchLink, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { noteRefusal } from './session-end.ts'

const noticingTheEnd: TRPCLink<HubRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error(error) {
          noteRefusal(error)
          observer.error(error)
        },
      }),
    )

/** The hub, called with the officer's own session cookie. */
export const api = createTRPCClient<HubRouter>({
  links: [noticingTheEnd, httpBatchLink({ url: '/trpc', maxURLLength: 4000 })],
})
