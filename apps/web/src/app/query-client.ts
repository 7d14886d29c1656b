import { MutationCache, QueryCache, QueryClient } from '@tanstack/solid-query'
import { readRefusal } from './refusal.ts'

/** Refusals are answers and are not asked again; only an unreachable server is retried. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const heard = (error: unknown) => {
    if (readRefusal(error).kind === 'signed-out') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: heard }),
    mutationCache: new MutationCache({ onError: heard }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && readRefusal(error).kind === 'unreachable',
      },
      mutations: { retry: false },
    },
  })
}
