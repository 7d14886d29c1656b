import { EmptyState, PageHeader, Panel } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import Search from 'lucide-solid/icons/search'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { CaseLine, ClueLine } from '../app/record-lines.tsx'
import { SectionLine } from './section-line.tsx'
import { t } from './texts.ts'

/** Everything the officer may know of that mentions the words. */
export function SearchPage() {
  const [search] = useSearchParams<{ q?: string }>()
  const q = () => search.q?.trim() ?? ''
  const results = useQuery(() => ({
    queryKey: ['search', q()],
    queryFn: () => api.search.all.query({ q: q() }),
    enabled: q() !== '',
  }))
  createPageTitle(() => t('title'))
  return (
    <Show when={q()} fallback={<EmptyState icon={<Search size={20} />} title={t('ask')} description={t('askNext')} />}>
      <PageHeader title={t('title')} />
      <Loaded query={results}>
        {(found) => (
          <Show
            when={found().total !== 0}
            fallback={
              <EmptyState icon={<Search size={20} />} title={t('none', { q: q() })} description={t('noneNext')} />
            }
          >
            <p class="-mt-2 mb-4 text-muted text-sm" role="status">
              {found().total === null ? t('foundMany', { q: q() }) : t('found', { q: q(), total: found().total ?? 0 })}
            </p>
            <div class="flex flex-col gap-4">
              <Panel flush title={t('cases')} note={found().cases.length}>
                <ul>
                  <For each={found().cases} fallback={<EmptyState compact title={t('noCases')} />}>
                    {(each) => <CaseLine case={each} />}
                  </For>
                </ul>
              </Panel>
              <Panel flush title={t('clues')} note={found().clues.length}>
                <ul>
                  <For each={found().clues} fallback={<EmptyState compact title={t('noClues')} />}>
                    {(clue) => <ClueLine clue={clue} />}
                  </For>
                </ul>
              </Panel>
              <Panel flush title={t('sections')} note={found().sections.length}>
                <ul>
                  <For each={found().sections} fallback={<EmptyState compact title={t('noSections')} />}>
                    {(section) => <SectionLine section={section} q={q()} />}
                  </For>
                </ul>
              </Panel>
            </div>
          </Show>
        )}
      </Loaded>
    </Show>
  )
}
