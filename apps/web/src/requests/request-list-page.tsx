import { type Column, PageHeader } from '@lianban/ui'
import { api } from '../app/api.ts'
import type { AccessRequest } from '../app/api-types.ts'
import { BoxTabs } from '../app/box-tabs.tsx'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { createPageTitle } from '../app/page-title.ts'
import { createPagedQuery } from '../app/paged-query.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { useSession } from '../app/session.tsx'
import { type Box, boxesFor } from './boxes.ts'
import { StateBadge } from './state-badge.tsx'
import { t } from './texts.ts'
import { Wanted } from './wanted.tsx'

/** Requests for access: those I made, those my agency made, and those it received. */
export function RequestListPage() {
  const session = useSession()
  createPageTitle(() => t('title'))
  const [first = 'mine', ...others] = boxesFor(session().officer.roles)
  return (
    <>
      <PageHeader title={t('title')} />
      <BoxTabs label={t('lists')} boxes={[first, ...others]} name={t}>
        {(box) => <RequestTable box={box} />}
      </BoxTabs>
    </>
  )
}

function RequestTable(props: { box: Box }) {
  const requests = createPagedQuery(() => ({
    queryKey: ['requests', 'list', props.box],
    read: (cursor) => api.requests.list.query({ box: props.box, cursor }),
  }))
  return (
    <PagedTable
      query={requests}
      empty={{ title: t(`empty.${props.box}`), description: t('emptyHint') }}
      caption={t(props.box)}
      columns={columns()}
      rowKey={(row) => row.id}
      rowHref={(row) => `/requests/${row.id}`}
    />
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
