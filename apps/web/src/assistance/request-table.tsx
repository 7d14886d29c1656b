import type { Column } from '@lianban/ui'
import { api } from '../app/api.ts'
import type { AssistanceListed } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { createPagedQuery } from '../app/paged-query.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { AssistanceBadge, UrgencyBadge } from './state-badge.tsx'
import { t } from './texts.ts'

/** Requests that came, went or climbed, the newest first. */
export function RequestTable(props: { box: 'received' | 'sent' | 'above' }) {
  const found = createPagedQuery(() => ({
    queryKey: ['assistance', 'list', props.box],
    read: (cursor) => api.assistance.list.query({ box: props.box, cursor }),
  }))
  return (
    <PagedTable
      query={found}
      empty={{ title: t(`empty.${props.box}`), description: t('emptyHint') }}
      caption={t(`box.${props.box}`)}
      columns={requestColumns(props.box)}
      rowKey={(row) => row.id}
    />
  )
}

export const requestColumns = (box: 'received' | 'sent' | 'above' | 'case'): Column<AssistanceListed>[] => [
  {
    key: 'kind',
    header: t('kind'),
    primary: true,
    cell: (row) => (
      <a class="hover:text-accent-text hover:underline" href={`/assistance/${row.id}`}>
        <span class="block">{said(row.kindWords)}</span>
        <span class="block text-muted text-sm">{row.number}</span>
      </a>
    ),
  },
  ...(box === 'received' || box === 'above'
    ? [{ key: 'from', header: t('from'), cell: (row: AssistanceListed) => <AgencyName agency={row.from} /> }]
    : []),
  ...(box === 'received'
    ? []
    : [{ key: 'to', header: t('to'), cell: (row: AssistanceListed) => <AgencyName agency={row.to} /> }]),
  { key: 'urgency', header: t('urgency'), cell: (row) => <UrgencyBadge request={row} /> },
  { key: 'state', header: t('state'), cell: (row) => <AssistanceBadge request={row} /> },
  {
    key: 'due',
    header: t('due'),
    align: 'end',
    cell: (row) => (
      <span class="whitespace-nowrap tabular-nums">
        {row.isPaused ? t('paused') : row.dueAt ? formatDateTime(row.dueAt) : t('noClock')}
      </span>
    ),
  },
]
