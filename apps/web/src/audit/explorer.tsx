import { Button, EmptyState, Panel, SelectField } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import ScrollText from 'lucide-solid/icons/scroll-text'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { Loaded } from '../app/loaded.tsx'
import { askedBy, type Chosen, kinds, spans } from './explorer-filter.ts'
import { t } from './strings.ts'
import { TrailLine } from './trail-line.tsx'

const all = '-'

/** Everything that was done with the own records or tried on them, narrowed by what stands in the address. */
export function Explorer() {
  const [address, setAddress] = useSearchParams<Chosen>()
  const opened = new Date()
  const asked = () => askedBy(address, opened)
  const choose = (key: keyof Chosen) => (value: string) =>
    setAddress({ [key]: value === all ? undefined : value }, { replace: true })
  const agencies = useQuery(() => ({ queryKey: ['agencies'], queryFn: () => api.agencies.list.query() }))
  const trail = useInfiniteQuery(() => ({
    queryKey: ['audit', 'explore', asked()],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      api.audit.explore.query({ ...asked(), ...(pageParam && { cursor: pageParam }) } as never),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  }))
  const field = (key: keyof Chosen, label: string, options: { value: string; label: string }[]) => (
    <SelectField
      class="w-44 narrow:w-[calc(50%-0.375rem)]"
      label={label}
      value={address[key] ?? all}
      onChange={choose(key)}
      options={[{ value: all, label: t('all') }, ...options]}
    />
  )
  return (
    <>
      <div class="mb-3 flex flex-wrap items-end gap-3">
        {field(
          'kind',
          t('kind'),
          kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        )}
        {field('by', t('by'), [{ value: 'others', label: t('byOthers') }])}
        {field(
          'agency',
          t('agency'),
          (agencies.data ?? []).map((agency) => ({ value: agency.id, label: agencyName(agency) })),
        )}
        {field('outcome', t('outcome'), [{ value: 'refused', label: t('onlyRefused') }])}
        {field(
          'days',
          t('span'),
          spans.map((n) => ({ value: String(n), label: t('days', { n }) })),
        )}
        <Show when={address.record}>
          <Button onClick={() => setAddress({ record: undefined }, { replace: true })}>{t('everyRecord')}</Button>
        </Show>
        <Show when={address.officer}>
          <Button onClick={() => setAddress({ officer: undefined }, { replace: true })}>{t('everyOfficer')}</Button>
        </Show>
      </div>
      <Loaded query={trail} rows={8}>
        {(found) => (
          <Panel flush>
            <ol>
              <For
                each={found().pages.flatMap(({ items }) => items)}
                fallback={
                  <EmptyState icon={<ScrollText size={20} />} title={t('noneFound')} description={t('noneFoundHint')} />
                }
              >
                {(entry) => <TrailLine entry={entry} head={found().pages[0]?.head ?? null} showsDay />}
              </For>
            </ol>
            <Show when={trail.hasNextPage}>
              <div class="border-line border-t p-3 text-center">
                <Button size="sm" busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            </Show>
          </Panel>
        )}
      </Loaded>
    </>
  )
}
