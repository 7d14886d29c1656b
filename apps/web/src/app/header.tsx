import { ConfirmDialog, Menu, showToast } from '@lianban/ui'
import { A } from '@solidjs/router'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import CircleUser from 'lucide-solid/icons/circle-user'
import Languages from 'lucide-solid/icons/languages'
import LogOut from 'lucide-solid/icons/log-out'
import MonitorX from 'lucide-solid/icons/monitor-x'
import { createSignal, Show } from 'solid-js'
import { dropCopies } from '../dossier/copy-shelf.ts'
import { NoticeBell } from '../notices/notice-bell.tsx'
import { agencyName, agencyShort, postName } from './domain-badges.tsx'
import { worksOnCases } from './duties.ts'
import { word } from './enums.ts'
import { locale, setLocale, t } from './i18n/index.ts'
import { Logo } from './logo.tsx'
import { SearchBox } from './search-box.tsx'
import { useSession } from './session.tsx'
import { ThemeButton } from './theme-button.tsx'

/** Who is at work, for which agency, and the things that are the same on every page. */
export function Header() {
  const session = useSession()
  const officer = () => session().officer
  const [asking, ask] = createSignal(false)
  const [busy, setBusy] = createSignal(false)

  async function signOut(everywhere: boolean) {
    setBusy(true)
    const answer = await fetch('/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ everywhere }),
    }).catch(() => undefined)
    setBusy(false)
    if (answer?.ok) {
      await dropCopies(() => true).catch(() => {})
      return window.location.assign('/sign-in')
    }
    showToast({ title: t('signOutFailed'), tone: 'danger', closeLabel: t('close') })
  }

  return (
    <header class="sticky top-0 z-30 flex h-12 items-center gap-3 border-line border-b bg-surface px-4 narrow:gap-1 narrow:px-3">
      <A
        href="/"
        class="flex shrink-0 items-center gap-2 rounded-sm wide:w-40"
        aria-label={`${t('appName')} · ${t('desk')}`}
      >
        <Logo />
        <span class="font-semibold text-lg tracking-wide narrow:sr-only">{t('appName')}</span>
      </A>
      <Show when={worksOnCases(session())}>
        <SearchBox />
      </Show>
      <div class="ml-auto flex shrink-0 items-center gap-1">
        <span class="mr-2 hidden text-faint text-xs min-[1180px]:inline">{t('officialUse')}</span>
        <button
          type="button"
          class="inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-muted text-sm hover:bg-sunken hover:text-ink narrow:hidden"
          aria-label={t('languageLabel')}
          onClick={() => setLocale(locale() === 'zh' ? 'en' : 'zh')}
        >
          <Languages size={16} aria-hidden="true" />
          {t('language')}
        </button>
        <NoticeBell />
        <ThemeButton />
        <Menu
          label={t('account', { post: postName(officer()) })}
          class="inline-flex h-9 max-w-72 items-center gap-2 rounded-md px-2 text-left hover:bg-sunken narrow:size-10 narrow:justify-center narrow:px-0"
          trigger={
            <>
              <CircleUser size={20} class="shrink-0 text-muted" aria-hidden="true" />
              <span class="min-w-0 leading-tight narrow:hidden">
                <span class="block truncate font-medium text-sm">{postName(officer())}</span>
                <span class="block truncate text-faint text-xs">{agencyShort(officer().agency)}</span>
              </span>
              <ChevronDown size={14} class="shrink-0 text-faint narrow:hidden" aria-hidden="true" />
            </>
          }
          header={
            <>
              <p class="font-medium">{postName(officer())}</p>
              <p class="text-muted text-sm">{agencyName(officer().agency)}</p>
              <p class="mt-0.5 text-faint text-xs">
                {officer()
                  .roles.map((role) => word('role', role))
                  .join(' · ')}
              </p>
            </>
          }
          items={[
            {
              label: t('language'),
              icon: <Languages size={16} aria-hidden="true" />,
              onSelect: () => setLocale(locale() === 'zh' ? 'en' : 'zh'),
            },
            { label: t('signOut'), icon: <LogOut size={16} aria-hidden="true" />, onSelect: () => signOut(false) },
            {
              label: t('signOutEverywhere'),
              icon: <MonitorX size={16} aria-hidden="true" />,
              danger: true,
              onSelect: () => ask(true),
            },
          ]}
        />
      </div>
      <ConfirmDialog
        open={asking()}
        onOpenChange={ask}
        title={t('signOutEverywhereTitle')}
        confirmLabel={t('signOutEverywhere')}
        cancelLabel={t('cancel')}
        tone="danger"
        busy={busy()}
        onConfirm={() => signOut(true)}
      >
        <p>{t('signOutEverywhereBody')}</p>
      </ConfirmDialog>
    </header>
  )
}
