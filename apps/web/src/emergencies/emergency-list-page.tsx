import { Badge, Button, type Column, PageHeader, Tabs } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useInfiniteQuery } from '@tanstack/solid-query'
import Siren from 'lucide-solid/icons/siren'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { api } from '../app/api.ts'
import type { Emergency } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { mayBreakGlass } from '../app/duties.ts'
import { formatDateTime } from '../app/format.ts'
import { createPageTitle } from '../app/page-title.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { useSession } from '../app/session.tsx'
import { boxesFor } from './boxes.ts'
import { t } from './texts.ts'

const BreakGlassDialog = lazy(async () => ({ default: (await import('./break-glass-dialog.tsx')).BreakGlassDialog }))

/** Emergency accesses on either side, and the way to one. */
export function EmergencyListPage() {
  const session = useSession()
  const [address, setAddress] = useSearchParams<{ box?: string }>()
  const [breaking, setBreaking] = createSignal(false)
  createPageTitle(() => t('title'))
  const boxes = () => boxesFor(session().officer.roles)
  const box = () => boxes().find((one) => one === address.box) ?? boxes()[0] ?? 'mine'
  const found = useInfiniteQuery(() => ({
    queryKey: ['emergencies', 'list', box()],
    queryFn: ({ pageParam }) => api.emergencies.list.query({ box: box(), cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  }))
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <Show when={mayBreakGlass(session())}>
            <Button variant="danger" icon={<Siren size={16} aria-hidden="true" />} onClick={() => setBreaking(true)}>
              {t('open')}
            </Button>
          </Show>
        }
      />
      <Tabs
        label={t('lists')}
        items={boxes().map((value) => ({ value, label: t(value) }))}
        value={box()}
        onChange={(value) => setAddress({ box: value }, { replace: true })}
      >
        {() => (
          <PagedTable
            query={found}
            empty={{ title: t(`empty.${box()}`), description: t('emptyHint') }}
            caption={t(box())}
            columns={columns()}
            rowKey={(row) => row.id}
            rowHref={(row) => `/emergencies/${row.id}`}
          />
        )}
      </Tabs>
      <Suspense>
        <Show when={breaking()}>
          <BreakGlassDialog open={breaking()} onOpenChange={setBreaking} />
        </Show>
      </Suspense>
    </>
  )
}

const columns = (): Column<Emergency>[] => [
  {
    key: 'record',
    header: t('record'),
    primary: true,
    cell: (row) => (
      <span>
        <span class="block">{row.record.title ?? `${t(`kind.${row.record.kind}`)}${t('closedRecord')}`}</span>
        <span class="block font-normal text-muted text-sm">{row.record.number ?? row.reason}</span>
      </span>
    ),
  },
  {
    key: 'state',
    header: t('reviews'),
    cell: (row) => (
      <span class="flex flex-wrap gap-1">
        <Badge tone={row.isOpen ? 'danger' : 'neutral'}>{row.isOpen ? t('isOpen') : t('isOver')}</Badge>
        <Badge tone={row.reviews.every(({ outcome }) => outcome) ? 'ok' : 'warn'}>
          {t('reviewsDone', { done: row.reviews.filter(({ outcome }) => outcome).length })}
        </Badge>
      </span>
    ),
  },
  { key: 'who', header: t('who'), cell: (row) => <AgencyName agency={row.officer.agency} /> },
  { key: 'owner', header: t('owner'), cell: (row) => <AgencyName agency={row.owner} /> },
  {
    key: 'at',
    header: t('openedAt'),
    align: 'end',
    cell: (row) => <span class="whitespace-nowrap text-muted">{formatDateTime(row.openedAt)}</span>,
  },
]
