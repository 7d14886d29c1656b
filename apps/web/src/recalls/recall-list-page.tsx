import { type Column, PageHeader } from '@lianban/ui'
import { api } from '../app/api.ts'
import type { Notice } from '../app/api-types.ts'
import { BoxTabs } from '../app/box-tabs.tsx'
import { AgencyName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime } from '../app/format.ts'
import { createPageTitle } from '../app/page-title.ts'
import { createPagedQuery } from '../app/paged-query.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { NoticeKindBadge, NoticeStateBadge } from './notice-state.tsx'
import { t } from './texts.ts'

type Box = 'received' | 'sent'

/** Recalls and corrections that the agency has to acknowledge, and those whose receipts it waits for. */
export function RecallListPage() {
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <BoxTabs<Box> label={t('title')} boxes={['received', 'sent']} name={t}>
        {(box) => <NoticeTable box={box} />}
      </BoxTabs>
    </>
  )
}

function NoticeTable(props: { box: Box }) {
  const notices = createPagedQuery(() => ({
    queryKey: ['recalls', 'list', props.box],
    read: (cursor) => api.recalls.list.query({ box: props.box, cursor }),
  }))
  const empty = () => (props.box === 'sent' ? 'emptySent' : 'emptyReceived')
  return (
    <PagedTable
      query={notices}
      empty={{ title: t(empty()), description: t(`${empty()}Next` as 'emptySentNext') }}
      caption={t(props.box)}
      columns={columns(props.box)}
      rowKey={(notice) => notice.id}
      rowHref={(notice) => `/recalls/${notice.id}`}
    />
  )
}

const columns = (box: Box): Column<Notice>[] => [
  {
    key: 'record',
    header: t('record'),
    primary: true,
    cell: (notice) => (
      <>
        <span class="block">{notice.record.title}</span>
        <span class="block font-normal text-muted text-sm">{notice.record.number}</span>
      </>
    ),
  },
  { key: 'kind', header: t('kind'), cell: (notice) => <NoticeKindBadge kind={notice.kind} /> },
  {
    key: 'agency',
    header: t(box === 'sent' ? 'to' : 'from'),
    cell: (notice) => <AgencyName agency={box === 'sent' ? notice.agency : notice.ownerAgency} />,
  },
  { key: 'state', header: t('state'), cell: (notice) => <NoticeStateBadge state={notice.state} /> },
  {
    key: 'copies',
    header: t('copies'),
    cell: (notice) => (notice.receipt ? word('copies', notice.receipt.copies) : '—'),
  },
  {
    key: 'dueAt',
    header: t('dueAt'),
    align: 'end',
    cell: (notice) => <span class="whitespace-nowrap text-muted">{formatDateTime(notice.dueAt)}</span>,
  },
]
