import { Navigate, useLocation } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { type Accessor, createContext, type JSX, Match, Switch, useContext } from 'solid-js'
import { api } from './api.ts'
import type { Me } from './api-types.ts'
import { Loaded } from './loaded.tsx'

const SessionContext = createContext<Accessor<Me>>()

/** The officer at this screen. */
export function useSession(): Accessor<Me> {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside SessionProvider')
  return session
}

const signInPath = (returnTo: string): string => `/sign-in?returnTo=${encodeURIComponent(returnTo)}`

/** Asks who is here, and sends whoever is nobody to the sign-in page and back. */
export function SessionProvider(props: { children: JSX.Element }) {
  const location = useLocation()
  const me = useQuery(() => ({
    queryKey: ['session', 'me'],
    queryFn: () => api.session.me.query() as Promise<Me | null>,
    staleTime: 60_000,
  }))
  return (
    <Loaded query={me}>
      {(found) => (
        <Switch fallback={<Navigate href={signInPath(location.pathname + location.search)} />}>
          <Match when={found()}>
            {(session) => <SessionContext.Provider value={session}>{props.children}</SessionContext.Provider>}
          </Match>
        </Switch>
      )}
    </Loaded>
  )
}
