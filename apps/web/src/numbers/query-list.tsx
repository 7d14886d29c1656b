import type { Column } from '@lianban/ui'
import { useInfiniteQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { HitRow } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime } from '../app/format.ts'
import { locale } from '../app/i18n/index.ts'
import { PagedTable } from '../app/paged-table.tsx'
import type { Box } from './boxes.ts'
import { t } from './texts.ts'

/** Questions about numbers, newest first: the own ones with their answer, those of others with the records they were about. */
export function QueryList(props: { box: Box }) {
  const hits = useInfiniteQuery(() => ({
    queryKey: ['hits', 'list', props.box],
    queryFn: ({ pageParam }) => api.hits.list.query({ box: props.box, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  }))
  return (
    <PagedTable
      query={hits}
      empty={{ title: t(`empty.${props.box}`), description: t('emptyHint') }}
      caption={t(props.box)}
      columns={columns(props.box)}
      rowKey={(row) => row.id}
    />
  )
}

const columns = (box: Box): Column<HitRow>[] => [
  {
    key: 'what',
    header: t('what'),
    primary: true,
    cell: (row) => (
      <span>
        {word('identifier', row.kind)} <code class="text-muted text-xs">{row.digestPrefix}</code>
      </span>
    ),
  },
  {
    key: 'by',
    header: t('askedBy'),
    cell: (row) => (
      <span class="flex flex-col">
        <Show when={box === 'about-us'}>
          <AgencyName agency={row.askedBy.agency} />
        </Show>
        <span class="text-muted text-sm">{locale() === 'zh' ? row.askedBy.postZh : row.askedBy.postEn}</span>
      </span>
    ),
  },
  {
    key: 'why',
    header: t('why'),
    cell: (row) => (
      <span>
        <span class="block">{row.purpose}</span>
        <span class="block text-muted text-sm">{row.reason}</span>
      </span>
    ),
  },
  { key: 'told', header: box === 'about-us' ? t('about') : t('told'), cell: (row) => <Told row={row} /> },
  {
    key: 'at',
    header: t('askedAt'),
    align: 'end',
    cell: (row) => <span class="whitespace-nowrap text-muted">{formatDateTime(row.askedAt)}</span>,
  },
]

function Told(props: { row: HitRow }) {
  return (
    <Show
      when={props.row.records.length || props.row.hints.length}
      fallback={<span class="text-muted">{t('toldNothing')}</span>}
    >
      <ul class="flex flex-col gap-0.5">
        <For each={props.row.records}>
          {(record) => (
            <li>
              <Show when={record} fallback={<span class="text-muted">{t('closedRecord')}</span>}>
                {(known) => (
                  <a class="text-accent-text hover:underline" href={`/clues/${known().id}`}>
                    {known().number}
                  </a>
                )}
              </Show>
            </li>
          )}
        </For>
        <For each={props.row.hints}>
          {(agency) => (
            <li>
              <AgencyName agency={agency} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
