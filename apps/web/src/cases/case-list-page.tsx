import { Button, ButtonLink, EmptyState, PageHeader, Panel, Table, TextField } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useInfiniteQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, onCleanup, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { CaseRow } from '../app/api-types.ts'
import { AgencyName, HandlingCodeBadge, LabelBadge, StageBadge } from '../app/domain-badges.tsx'
import { mayOpenCases } from '../app/duties.ts'
import { formatPartialDate } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { regionName } from '../app/regions.ts'
import { useSession } from '../app/session.tsx'
import { t } from './strings.ts'

const searchPause = 250

/** The cases an officer may know of: found, counted, opened. */
export function CaseListPage() {
  const session = useSession()
  const [address, setAddress] = useSearchParams<{ q?: string }>()
  createPageTitle(() => t('list.title'))
  const q = () => String(address.q ?? '').trim()
  const [typed, setTyped] = createSignal(q())
  let pause: ReturnType<typeof setTimeout> | undefined
  const search = (text: string) => {
    setTyped(text)
    clearTimeout(pause)
    pause = setTimeout(() => setAddress({ q: text.trim() || null }, { replace: true }), searchPause)
  }
  onCleanup(() => clearTimeout(pause))

  const cases = useInfiniteQuery(() => ({
    queryKey: ['cases', 'list', q()],
    queryFn: ({ pageParam }: { pageParam: string }) =>
      api.cases.list.query({ ...(q() && { q: q() }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  }))
  const rows = () => cases.data?.pages.flatMap((page) => page.items) ?? []
  /** None when there are too many to count. */
  const total = () => cases.data?.pages[0]?.total ?? null
  const counted = (n: number | null) => (n === null ? t('list.countMany') : t('list.count', { n }))
  const shown = (n: number | null) =>
    n === null ? t('list.shownMany', { shown: rows().length }) : t('list.shown', { shown: rows().length, total: n })
  const openAction = () => (
    <Show when={mayOpenCases(session())}>
      <ButtonLink href="/cases/new" variant="primary" icon={<Plus size={16} aria-hidden="true" />}>
        {t('list.open')}
      </ButtonLink>
    </Show>
  )

  return (
    <>
      <PageHeader
        title={t('list.title')}
        description={<Show when={cases.isSuccess}>{counted(total())}</Show>}
        actions={openAction()}
      />
      <Panel flush>
        <div class="border-line border-b px-4 py-2.5">
          <TextField
            class="w-80 max-w-full narrow:w-full"
            label={t('list.search')}
            placeholder={t('list.search')}
            hideLabel
            type="search"
            value={typed()}
            onChange={search}
          />
        </div>
        <Loaded query={cases} rows={8}>
          {() => (
            <Show
              when={rows().length > 0}
              fallback={
                <EmptyState
                  title={q() ? t('list.none', { q: q() }) : t('list.empty')}
                  description={q() ? t('list.noneHint') : t('list.emptyHint')}
                  action={q() ? <Button onClick={() => search('')}>{t('list.clear')}</Button> : openAction()}
                />
              }
            >
              <CaseTable rows={rows()} />
              <Show when={cases.hasNextPage}>
                <div class="flex items-center justify-center gap-4 border-line border-t px-4 py-2 text-muted text-sm">
                  {shown(total())}
                  <Button size="sm" busy={cases.isFetchingNextPage} onClick={() => cases.fetchNextPage()}>
                    {t('list.more')}
                  </Button>
                </div>
              </Show>
            </Show>
          )}
        </Loaded>
      </Panel>
    </>
  )
}

function CaseTable(props: { rows: readonly CaseRow[] }) {
  return (
    <Table
      caption={t('list.title')}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/cases/${row.id}`}
      columns={[
        {
          key: 'name',
          header: t('col.name'),
          primary: true,
          width: '22rem',
          cell: (row) => (
            <>
              <span class="block">{row.name}</span>
              <span class="block font-normal text-muted text-sm">{row.number}</span>
            </>
          ),
        },
        { key: 'charge', header: t('col.charge'), cell: (row) => row.charge },
        { key: 'stage', header: t('col.stage'), width: '5rem', cell: (row) => <StageBadge stage={row.stage} /> },
        {
          key: 'label',
          header: t('col.label'),
          width: '10rem',
          cell: (row) => (
            <span class="flex gap-1.5">
              <LabelBadge label={row.label} />
              <HandlingCodeBadge code={row.handlingCode} />
            </span>
          ),
        },
        { key: 'lead', header: t('col.lead'), cell: (row) => <AgencyName agency={row.leadAgency} /> },
        {
          key: 'region',
          header: t('col.region'),
          cell: (row) => <span class="whitespace-nowrap">{regionName(row.region)}</span>,
        },
        {
          key: 'openedOn',
          header: t('col.openedOn'),
          width: '8rem',
          cell: (row) => <span class="whitespace-nowrap">{formatPartialDate(row.openedOn)}</span>,
        },
      ]}
    />
  )
}
