import { Skeleton } from '@lianban/ui'
import { type RouteSectionProps, useLocation } from '@solidjs/router'
import { createEffect, ErrorBoundary, on, Suspense } from 'solid-js'
import { LiveProvider } from '../live/live-provider.tsx'
import { Header } from './header.tsx'
import { t } from './i18n/index.ts'
import { Refused } from './loaded.tsx'
import { Navigation } from './navigation.tsx'
import { SessionEndNotice, SessionProvider } from './session.tsx'

/** The frame of every page of a signed-in officer. */
export function Shell(props: RouteSectionProps) {
  return (
    <SessionProvider>
      <LiveProvider>
        <a
          href="#content"
          target="_self"
          class="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          {t('skip')}
        </a>
        <div class="flex min-h-dvh flex-col">
          <Header />
          <SessionEndNotice />
          <div class="flex min-h-0 flex-1">
            <Navigation />
            <Content {...props} />
          </div>
        </div>
      </LiveProvider>
    </SessionProvider>
  )
}

/** A new page takes the focus, so that a screen reader and the keyboard start at its beginning; a tab of it does not. */
function Content(props: RouteSectionProps) {
  const location = useLocation()
  let content: HTMLElement | undefined
  const page = () => location.pathname.split('/').slice(0, 3).join('/')
  createEffect(on(page, () => content?.focus({ preventScroll: true }), { defer: true }))
  return (
    <main
      ref={content}
      id="content"
      tabindex={-1}
      class="min-w-0 flex-1 px-6 py-5 outline-none narrow:px-4 narrow:pt-4 narrow:pb-36"
    >
      <div class="mx-auto max-w-[84rem]">
        <ErrorBoundary fallback={(error, reset) => <Refused error={error} retry={reset} />}>
          <Suspense fallback={<Skeleton label={t('loading')} rows={8} />}>{props.children}</Suspense>
        </ErrorBoundary>
      </div>
    </main>
  )
}
