import { Navigate, useLocation } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { type Accessor, createContext, createEffect, createMemo, type JSX, on, Show, useContext } from 'solid-js'
import { api } from './api.ts'
import type { Me } from './api-types.ts'
import { t } from './i18n/index.ts'
import { Loaded } from './loaded.tsx'
import { noteEnded, noteSignedIn, sessionIsOver, signInAgainHere, signInPath } from './session-end.ts'

const SessionContext = createContext<Accessor<Me>>()

/** The officer at this screen. */
export function useSession(): Accessor<Me> {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside SessionProvider')
  return session
}

/**
 * Asks who is here, and sends whoever is nobody to the sign-in page and back. When a session ends under somebody's
 * hands the page stays as it is: signing in again, in another tab, brings it back to life.
 */
export function SessionProvider(props: { children: JSX.Element }) {
  const location = useLocation()
  const queries = useQueryClient()
  const me = useQuery(() => ({
    queryKey: ['session', 'me'],
    queryFn: () => api.session.me.query() as Promise<Me | null>,
    staleTime: 60_000,
    refetchInterval: sessionIsOver() ? 5_000 : (false as const),
  }))
  const lastSeen = createMemo<Me | undefined>((before) => (me.isSuccess ? me.data : undefined) ?? before)
  createEffect(on(sessionIsOver, (isOver) => isOver && void me.refetch(), { defer: true }))
  createEffect(
    on(
      () => me.dataUpdatedAt,
      () => {
        if (!lastSeen()) return
        if (me.data === null) return noteEnded()
        if (!sessionIsOver()) return
        noteSignedIn()
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      },
      { defer: true },
    ),
  )
  return (
    <Loaded query={me}>
      {() => (
        <Show when={lastSeen()} fallback={<Navigate href={signInPath(location.pathname + location.search)} />}>
          <Show when={lastSeen()?.officer.id} keyed>
            <SessionContext.Provider value={lastSeen as Accessor<Me>}>{props.children}</SessionContext.Provider>
          </Show>
        </Show>
      )}
    </Loaded>
  )
}

/** Says that the session has ended, over a page that is otherwise left alone. */
export function SessionEndNotice() {
  return (
    <Show when={sessionIsOver()}>
      <div
        role="alert"
        class="sticky top-12 z-30 flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-line border-b bg-warn-soft px-4 py-2 text-sm text-warn"
      >
        {t('sessionOverKept')}
        <a href={signInAgainHere()} target="_blank" rel="noreferrer" class="font-semibold underline">
          {t('signInAgain')}
        </a>
      </div>
    </Show>
  )
}
