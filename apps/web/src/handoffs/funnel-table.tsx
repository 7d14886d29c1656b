import { type Column, EmptyState, Panel, Table } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { FunnelPair } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { shareOf } from './share-of.ts'
import { t } from './strings.ts'

/** How far what was handed over came, pair by pair of agencies, and why it came back. */
export function HandoffFunnel() {
  const found = useQuery(() => ({
    queryKey: ['handoffs', 'funnel'],
    queryFn: () => api.handoffs.funnel.query({}),
  }))
  return (
    <Panel title={t('funnel')} note={t('funnelHint')} flush>
      <Loaded query={found}>
        {(data) => (
          <Show
            when={data().pairs.length > 0}
            fallback={<EmptyState title={t('funnelEmpty')} description={t('funnelEmptyHint')} />}
          >
            <Table
              caption={t('funnel')}
              columns={columns}
              rows={data().pairs}
              rowKey={(row) => `${row.from.id} ${row.to.id}`}
            />
          </Show>
        )}
      </Loaded>
    </Panel>
  )
}

const counted = (key: 'signed' | 'accepted' | 'returned' | 'forwarded' | 'overdue'): Column<FunnelPair> => ({
  key,
  header: t(`funnel.${key}`),
  align: 'end',
  isBare: true,
  cell: (row) => <Counted count={row[key]} of={row.sent} isBad={key === 'overdue' && row[key] > 0} />,
})

const columns: Column<FunnelPair>[] = [
  {
    key: 'pair',
    header: t('funnel.pair'),
    primary: true,
    cell: (row) => (
      <span class="flex flex-wrap items-center gap-1.5">
        <AgencyName agency={row.from} /> → <AgencyName agency={row.to} />
      </span>
    ),
  },
  {
    key: 'sent',
    header: t('funnel.sent'),
    align: 'end',
    isBare: true,
    cell: (row) => <span class="tabular-nums">{row.sent}</span>,
  },
  counted('signed'),
  counted('accepted'),
  counted('returned'),
  counted('forwarded'),
  counted('overdue'),
  {
    key: 'reasons',
    header: t('funnel.reasons'),
    cell: (row) => (
      <ul class="text-sm">
        <For each={row.reasons} fallback={<li class="text-faint">—</li>}>
          {(reason) => (
            <li>
              {said(reason.words)} <span class="tabular-nums">×{reason.count}</span>
            </li>
          )}
        </For>
      </ul>
    ),
  },
]

/** A count, and which part of what was sent it is. */
function Counted(props: { count: number; of: number; isBad: boolean }) {
  return (
    <span class={`flex flex-col items-end tabular-nums ${props.isBad ? 'font-medium text-danger' : ''}`}>
      {props.count}
      <span aria-hidden="true" class="mt-0.5 h-1 w-16 overflow-hidden rounded-full bg-sunken">
        <span
          class={`block h-full ${props.isBad ? 'bg-danger' : 'bg-accent'}`}
          style={{ width: `${shareOf(props.count, props.of)}%` }}
        />
      </span>
    </span>
  )
}
