import { QueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { isAnswer, readRefusal } from './refusal.ts'

/** A read the hub writes to the audit trail: not repeated because a window was looked at again. */
export const loggedRead = { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

const [lineIsUp, setLineIsUp] = createSignal(false)

/** Whether the hub tells this page what changes; then asking is only for what might have been missed. */
export { setLineIsUp }

/** What others change is asked for again while the window is visible, and never again once the hub has said no. */
export const live = {
  reconcile: 'id',
  refetchInterval: ({ state }: { readonly state: { readonly error: unknown } }) =>
    state.error && isAnswer(state.error) ? (false as const) : lineIsUp() ? 60_000 : 10_000,
} as const

/** Refusals are answers and are not asked again; only an unreachable server is retried. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && readRefusal(error).kind === 'unreachable',
      },
      mutations: { retry: false },
    },
  })
