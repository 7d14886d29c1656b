import { type Column, PageHeader } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { api } from '../app/api.ts'
import type { StatutoryClock } from '../app/api-types.ts'
import { BoxTabs } from '../app/box-tabs.tsx'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { createPageTitle } from '../app/page-title.ts'
import { createPagedQuery } from '../app/paged-query.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { AgencyCounts } from './agency-counts.tsx'
import { ClockState } from './clock-state.tsx'
import { ExplainLink } from './explain-link.tsx'
import { createNow } from './now.ts'
import { remainingWords } from './remaining-words.ts'
import { t } from './texts.ts'

const boxes = ['open', 'overdue', 'warned', 'running', 'paused', 'unreckoned', 'closed'] as const
type Box = (typeof boxes)[number]

/** Every statutory clock that concerns the officer's agency, by where it stands and by who has to act. */
export function ClockBoardPage() {
  const [address, setAddress] = useSearchParams<{ agency?: string }>()
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <AgencyCounts chosen={address.agency} choose={(agency) => setAddress({ agency }, { replace: true })} />
      <BoxTabs label={t('filters')} boxes={boxes} name={(box) => t(`box.${box}`)}>
        {(box) => <ClockTable box={box} agencyId={address.agency} />}
      </BoxTabs>
    </>
  )
}

function ClockTable(props: { box: Box; agencyId: string | undefined }) {
  const found = createPagedQuery(() => ({
    queryKey: ['clocks', 'board', props.box, props.agencyId],
    read: (cursor) =>
      api.clocks.board.query({
        state: props.box,
        cursor,
        ...(props.agencyId !== undefined && { liableAgencyId: props.agencyId }),
      }),
  }))
  const now = createNow()
  return (
    <PagedTable
      query={found}
      empty={{ title: t(`empty.${props.box}`), description: t('emptyHint') }}
      caption={t('title')}
      columns={columns(now)}
      rowKey={(row) => row.id}
    />
  )
}

const hrefs = { Case: '/cases', Clue: '/clues', Handoff: '/handoffs', Assistance: '/assistance' } as const

const columns = (now: () => number): Column<StatutoryClock>[] => [
  { key: 'what', header: t('what'), primary: true, cell: (row) => <ExplainLink clock={row} /> },
  {
    key: 'about',
    header: t('about'),
    cell: (row) =>
      row.record.number === null ? (
        <span class="text-muted">
          {t(`kind.${row.matter.kind}`)}
          {t('closedRecord')}
        </span>
      ) : (
        <a class="hover:text-accent-text hover:underline" href={`${hrefs[row.matter.kind]}/${row.matter.id}`}>
          <span class="block">{row.record.title}</span>
          <span class="block text-muted text-sm">{row.record.number}</span>
        </a>
      ),
  },
  {
    key: 'liable',
    header: t('liable'),
    cell: (row) => (row.liable ? <AgencyName agency={row.liable} /> : <span class="text-muted">{t('party')}</span>),
  },
  { key: 'state', header: t('filters'), cell: (row) => <ClockState state={row.state} /> },
  {
    key: 'due',
    header: t('due'),
    align: 'end',
    cell: (row) => (
      <span class="whitespace-nowrap tabular-nums">
        <span class="block">{remainingWords(row, now())}</span>
        <span class="block text-muted text-sm">{row.dueAt ? formatDateTime(row.dueAt) : ''}</span>
      </span>
    ),
  },
]
