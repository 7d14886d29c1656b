import { Badge, Button, type Column, PageHeader } from '@lianban/ui'
import Siren from 'lucide-solid/icons/siren'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { api } from '../app/api.ts'
import type { Emergency } from '../app/api-types.ts'
import { BoxTabs } from '../app/box-tabs.tsx'
import { AgencyName } from '../app/domain-badges.tsx'
import { mayBreakGlass } from '../app/duties.ts'
import { formatDateTime } from '../app/format.ts'
import { createPageTitle } from '../app/page-title.ts'
import { createPagedQuery } from '../app/paged-query.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { useSession } from '../app/session.tsx'
import { type Box, boxesFor } from './boxes.ts'
import { t } from './texts.ts'

const BreakGlassDialog = lazy(async () => ({ default: (await import('./break-glass-dialog.tsx')).BreakGlassDialog }))

/** Emergency accesses on either side, and the way to one. */
export function EmergencyListPage() {
  const session = useSession()
  const [breaking, setBreaking] = createSignal(false)
  createPageTitle(() => t('title'))
  const [first = 'mine', ...others] = boxesFor(session().officer.roles)
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
      <BoxTabs label={t('lists')} boxes={[first, ...others]} name={t}>
        {(box) => <EmergencyTable box={box} />}
      </BoxTabs>
      <Suspense>
        <Show when={breaking()}>
          <BreakGlassDialog open={breaking()} onOpenChange={setBreaking} />
        </Show>
      </Suspense>
    </>
  )
}

function EmergencyTable(props: { box: Box }) {
  const found = createPagedQuery(() => ({
    queryKey: ['emergencies', 'list', props.box],
    read: (cursor) => api.emergencies.list.query({ box: props.box, cursor }),
  }))
  return (
    <PagedTable
      query={found}
      empty={{ title: t(`empty.${props.box}`), description: t('emptyHint') }}
      caption={t(props.box)}
      columns={columns()}
      rowKey={(row) => row.id}
      rowHref={(row) => `/emergencies/${row.id}`}
    />
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
