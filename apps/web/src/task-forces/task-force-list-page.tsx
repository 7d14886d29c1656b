import { Button, type Column, EmptyState, PageHeader, Panel, Table } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Network from 'lucide-solid/icons/network'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { api } from '../app/api.ts'
import type { TaskForceRow } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { mayFormTaskForces } from '../app/duties.ts'
import { formatLastDay } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { useSession } from '../app/session.tsx'
import { inWorkingOrder } from './force-state.ts'
import { ForceStateBadge } from './state-badge.tsx'
import { t } from './texts.ts'

const FormDialog = lazy(async () => ({ default: (await import('./form-dialog.tsx')).FormDialog }))

/** The task forces that the agency leads, or that the officer sits in. */
export function TaskForceListPage() {
  const session = useSession()
  const [forming, form] = createSignal(false)
  createPageTitle(() => t('title'))
  const forces = useQuery(() => ({ queryKey: ['taskForces', 'list'], queryFn: () => api.taskForces.list.query({}) }))
  const formButton = (
    <Button variant="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => form(true)}>
      {t('form')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={<Show when={mayFormTaskForces(session())}>{formButton}</Show>}
      />
      <Panel flush>
        <Loaded query={forces} rows={4}>
          {(found) => (
            <Show
              when={found().items.length > 0}
              fallback={<EmptyState icon={<Network size={20} />} title={t('empty')} description={t('emptyHint')} />}
            >
              <Table
                caption={t('title')}
                columns={columns()}
                rows={inWorkingOrder(found().items, new Date())}
                rowKey={(row) => row.id}
                rowHref={(row) => `/task-forces/${row.id}`}
              />
            </Show>
          )}
        </Loaded>
      </Panel>
      <Suspense>
        <Show when={forming()}>
          <FormDialog close={() => form(false)} />
        </Show>
      </Suspense>
    </>
  )
}

const mostNamed = 3

const columns = (): Column<TaskForceRow>[] => [
  { key: 'name', header: t('name'), primary: true, cell: (row) => row.name },
  { key: 'state', header: t('state'), width: '6rem', cell: (row) => <ForceStateBadge force={row} /> },
  { key: 'lead', header: t('leadAgency'), width: '10rem', cell: (row) => <AgencyName agency={row.leadAgency} /> },
  {
    key: 'members',
    header: t('members'),
    cell: (row) => (
      <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <For each={row.agencies.slice(0, mostNamed)}>{(agency) => <AgencyName agency={agency} />}</For>
        <Show when={row.agencies.length > mostNamed}>
          <span class="text-muted text-sm">{t('more', { n: row.agencies.length - mostNamed })}</span>
        </Show>
      </span>
    ),
  },
  {
    key: 'until',
    header: t('until'),
    align: 'end',
    width: '8rem',
    cell: (row) => <span class="whitespace-nowrap text-muted">{t('untilOn', { date: formatLastDay(row.until) })}</span>,
  },
]
