import { type Column, PageHeader, Tabs } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useInfiniteQuery } from '@tanstack/solid-query'
import { api } from '../app/api.ts'
import type { AccessRequest } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { createPageTitle } from '../app/page-title.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { useSession } from '../app/session.tsx'
import { boxesFor } from './boxes.ts'
import { StateBadge } from './state-badge.tsx'
import { t } from './texts.ts'
import { Wanted } from './wanted.tsx'

/** Requests for access: those I made, those my agency made, and those it received. */
export function RequestListPage() {
  const session = useSession()
  const [address, setAddress] = useSearchParams<{ box?: string }>()
  createPageTitle(() => t('title'))
  const boxes = () => boxesFor(session().officer.roles)
  const box = () => boxes().find((one) => one === address.box) ?? boxes()[0]!
  const requests = useInfiniteQuery(() => ({
    queryKey: ['requests', 'list', box()],
    queryFn: ({ pageParam }) => api.requests.list.query({ box: box(), cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  }))
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        label={t('lists')}
        items={boxes().map((value) => ({ value, label: t(value) }))}
        value={box()}
        onChange={(value) => setAddress({ box: value }, { replace: true })}
      >
        {() => (
          <PagedTable
            query={requests}
            empty={{ title: t(`empty.${box()}`), description: t('emptyHint') }}
            caption={t(box())}
            columns={columns()}
            rowKey={(row) => row.id}
            rowHref={(row) => `/requests/${row.id}`}
          />
        )}
      </Tabs>
    </>
  )
}

const columns = (): Column<AccessRequest>[] => [
  { key: 'wanted', header: t('wanted'), primary: true, cell: (row) => <Wanted request={row} /> },
  { key: 'state', header: t('state'), cell: (row) => <StateBadge state={row.state} /> },
  { key: 'by', header: t('askedBy'), cell: (row) => <AgencyName agency={row.askedBy.agency} /> },
  { key: 'purpose', header: t('purpose'), cell: (row) => row.purpose },
  {
    key: 'at',
    header: t('askedAt'),
    align: 'end',
    cell: (row) => <span class="whitespace-nowrap text-muted">{formatDateTime(row.askedAt)}</span>,
  },
]
