import { Badge, Button, EmptyState, PageHeader, Panel } from '@lianban/ui'
import { useInfiniteQuery } from '@tanstack/solid-query'
import ScrollText from 'lucide-solid/icons/scroll-text'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { formatInstant } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { t } from './strings.ts'

/** What administrators did and tried, for the one who watches over them. */
export function AdministrationTrailPage() {
  const trail = useInfiniteQuery(() => ({
    queryKey: ['audit', 'administration'],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      api.audit.ofAdministration.query(pageParam ? { cursor: pageParam as never } : {}),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...loggedRead,
  }))
  createPageTitle(() => t('trail'))
  return (
    <>
      <PageHeader title={t('trail')} description={t('trail.lead')} />
      <Loaded query={trail} rows={10}>
        {(found) => (
          <Panel flush>
            <ol>
              <For
                each={found().pages.flatMap(({ items }) => items)}
                fallback={<EmptyState icon={<ScrollText size={20} />} title={t('trail.empty')} />}
              >
                {(entry) => (
                  <li class="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0">
                    <span class="min-w-0 flex-1 basis-80">
                      {said(entry.sentence)}
                      <Show when={entry.outcome === 'refused'}>
                        <span class="ml-2">
                          <Badge tone="danger">{t('trail.refused')}</Badge>
                        </span>
                      </Show>
                      <Show when={entry.rule}>{(rule) => <code class="ml-2 text-faint text-xs">{rule()}</code>}</Show>
                    </span>
                    <span class="text-faint text-xs">
                      {formatInstant(entry.at)} ·{' '}
                      {entry.index === null ? t('trail.unplaced') : t('trail.place', { index: entry.index })}
                    </span>
                  </li>
                )}
              </For>
            </ol>
            <Show when={trail.hasNextPage}>
              <div class="border-line border-t p-3 text-center">
                <Button size="sm" busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
                  {t('trail.more')}
                </Button>
              </div>
            </Show>
          </Panel>
        )}
      </Loaded>
    </>
  )
}
