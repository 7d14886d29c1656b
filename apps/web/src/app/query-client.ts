import { QueryClient } from '@tanstack/solid-query'
import { isAnswer, readRefusal } from './refusal.ts'

/** A read the hub writes to the audit trail: not repeated because a window was looked at again. */
export const loggedRead = { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

/** What others change is asked for again while the window is visible, and never again once the hub has said no. */
export const live = {
  reconcile: 'id',
  refetchInterval: ({ state }: { readonly state: { readonly error: unknown } }) =>
    state.error && isAnswer(state.error) ? (false as const) : 10_000,
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
