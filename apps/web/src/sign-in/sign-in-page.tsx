import { EmptyState, Notice, TextField } from '@lianban/ui'
import { Navigate, useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import Languages from 'lucide-solid/icons/languages'
import Search from 'lucide-solid/icons/search'
import ShieldAlert from 'lucide-solid/icons/shield-alert'
import { For, type JSX, Show, Suspense } from 'solid-js'
import { api } from '../app/api.ts'
import type { AgencyCard, Me } from '../app/api-types.ts'
import { AgencyIcon, agencyName, agencyShort } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { locale, setLocale, t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { Logo } from '../app/logo.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { ThemeButton } from '../app/theme-button.tsx'
import { createAgencyChoice, localPath, signInHref } from './agency-choice.ts'
import { refusedText, t } from './texts.ts'

/** The door: the officer names an agency and is sent to that agency's own sign-in. */
export function SignInPage() {
  const [search] = useSearchParams<{ returnTo?: string; refused?: string }>()
  const agencies = useQuery(() => ({ queryKey: ['agencies'], queryFn: () => api.agencies.list.query() }))
  const me = useQuery(() => ({
    queryKey: ['session', 'me'],
    queryFn: () => api.session.me.query() as Promise<Me | null>,
  }))
  createPageTitle(() => t('title'))
  // Whoever is signed in has nothing to do here, save to read why another sign-in was refused.
  const isHome = () => !search.refused && me.isSuccess && Boolean(me.data)
  return (
    <Show when={!isHome()} fallback={<Navigate href={localPath(search.returnTo)} />}>
      <div class="flex min-h-dvh flex-col">
        <p class="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1.5 text-center text-sm text-warn">
          <ShieldAlert size={16} class="shrink-0" aria-hidden="true" />
          <span>
            {shell('officialUse')} · {shell('noStateSecrets')}
          </span>
        </p>
        <div class="mx-auto flex w-full max-w-3xl items-center gap-3 px-4 pt-8 pb-5 narrow:pt-4">
          <Logo size={36} />
          <div>
            <p class="font-semibold text-xl leading-tight">{shell('appName')}</p>
            <p class="text-muted text-sm">{shell('appTagline')}</p>
          </div>
          <div class="ml-auto flex items-center">
            <button
              type="button"
              class="inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-muted text-sm hover:bg-sunken hover:text-ink narrow:h-10"
              aria-label={shell('languageLabel')}
              onClick={() => setLocale(locale() === 'zh' ? 'en' : 'zh')}
            >
              <Languages size={16} aria-hidden="true" />
              {shell('language')}
            </button>
            <ThemeButton />
          </div>
        </div>
        <main class="mx-auto w-full max-w-3xl flex-1 px-4 pb-10">
          <Show when={search.refused}>
            {(code) => (
              <div class="mb-4" role="alert">
                <Notice tone="danger" title={t('refused')}>
                  {refusedText(code())}
                </Notice>
              </div>
            )}
          </Show>
          <section class="rounded-lg border border-line bg-surface">
            <header class="px-5 pt-5 narrow:px-4">
              <h1 class="font-semibold text-lg">{t('title')}</h1>
              <p class="text-muted text-sm">{t('lead')}</p>
            </header>
            <Suspense>
              <Loaded query={agencies}>
                {(found) => <Chooser agencies={found()} returnTo={localPath(search.returnTo)} />}
              </Loaded>
            </Suspense>
            <p class="border-line border-t bg-sunken px-5 py-2.5 text-muted text-sm narrow:px-4">{t('demo')}</p>
          </section>
        </main>
      </div>
    </Show>
  )
}

function Chooser(props: { agencies: readonly AgencyCard[]; returnTo: string }) {
  const choice = createAgencyChoice({ agencies: () => props.agencies, storage: localStorage })
  const row = (agency: AgencyCard) => (
    <AgencyRow
      agency={agency}
      href={signInHref(agency.slug, props.returnTo)}
      onChoose={() => choice.remember(agency.slug)}
    />
  )
  return (
    <Show when={props.agencies.length} fallback={<EmptyState title={t('empty')} description={t('emptyNext')} />}>
      <div class="px-5 pt-4 pb-3 narrow:px-4">
        <TextField
          label={t('find')}
          hideLabel
          type="search"
          placeholder={t('findPlaceholder')}
          value={choice.words()}
          onChange={choice.setWords}
          suffix={<Search size={16} aria-hidden="true" />}
        />
      </div>
      <Show when={!choice.words() && choice.last()} keyed>
        {(agency) => (
          <Group title={t('last')}>
            <li>{row(agency)}</li>
          </Group>
        )}
      </Show>
      <For each={choice.groups()} fallback={<EmptyState compact title={t('none')} description={t('noneNext')} />}>
        {(group) => (
          <Group title={word('agencyKind', group.kind)}>
            <For each={group.agencies}>{(agency) => <li>{row(agency)}</li>}</For>
          </Group>
        )}
      </For>
    </Show>
  )
}

function Group(props: { title: string; children: JSX.Element }) {
  return (
    <section class="border-line border-t py-2">
      <h2 class="px-5 py-1 text-faint text-xs narrow:px-4">{props.title}</h2>
      <ul class="grid grid-cols-2 *:only:col-span-full narrow:grid-cols-1">{props.children}</ul>
    </section>
  )
}

function AgencyRow(props: { agency: AgencyCard; href: string; onChoose: () => void }) {
  return (
    <a
      href={props.href}
      rel="external"
      onClick={() => props.onChoose()}
      class="flex items-center gap-3 px-5 py-2 transition-colors hover:bg-accent-soft focus-visible:-outline-offset-2 narrow:px-4 narrow:py-2.5"
    >
      <span class="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-muted">
        <AgencyIcon kind={props.agency.kind} size={16} />
      </span>
      <span class="min-w-0 flex-1">
        <span class="block truncate font-medium narrow:whitespace-normal" title={agencyName(props.agency)}>
          {agencyName(props.agency)}
        </span>
        <span class="block text-faint text-xs">{agencyShort(props.agency)}</span>
      </span>
      <ChevronRight size={16} class="shrink-0 text-faint" aria-hidden="true" />
    </a>
  )
}
