import { type Column, Table } from '@lianban/ui'
import { Show } from 'solid-js'
import type { HandoffRow } from '../app/api-types.ts'
import { AgencyName, HandoffBadge } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Countdown } from '../clocks/countdown.tsx'
import { t } from './strings.ts'

/** Handoffs in rows, each with what runs out next. */
export function HandoffTable(props: { rows: readonly HandoffRow[]; box: 'in' | 'out' }) {
  const columns = (): Column<HandoffRow>[] => [
    { key: 'number', header: t('col.number'), primary: true, cell: (row) => row.number },
    { key: 'kind', header: t('col.kind'), cell: (row) => said(row.kindWords) },
    { key: 'case', header: t('col.case'), cell: (row) => row.caseName ?? '—' },
    ...(props.box === 'out'
      ? []
      : [{ key: 'from', header: t('col.from'), cell: (row: HandoffRow) => <AgencyName agency={row.from} /> }]),
    ...(props.box === 'in'
      ? []
      : [{ key: 'to', header: t('col.to'), cell: (row: HandoffRow) => <AgencyName agency={row.to} /> }]),
    { key: 'state', header: t('col.state'), width: '9rem', cell: (row) => <HandoffBadge handoff={row} /> },
    {
      key: 'at',
      header: t('col.dispatched'),
      width: '9rem',
      cell: (row) =>
        row.dispatchedAt ? <span class="whitespace-nowrap">{formatDateTime(row.dispatchedAt)}</span> : '—',
    },
    {
      key: 'clock',
      header: t('col.clock'),
      cell: (row) => <Show when={row.clock}>{(clock) => <Countdown clock={clock()} />}</Show>,
    },
  ]
  return (
    <Table
      caption={t('title')}
      columns={columns()}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/handoffs/${row.id}`}
    />
  )
}
