import { type Column, Table } from '@lianban/ui'
import type { EvidenceLine } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { quantityText } from './record-draft.ts'
import { StateBadges } from './state-badges.tsx'
import { t } from './texts.ts'

/** Items of a case, each a link to its page. */
export function EvidenceTable(props: { caseId: string; rows: readonly EvidenceLine[] }) {
  return (
    <Table
      caption={t('title')}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/cases/${props.caseId}/evidence/${row.id}`}
    />
  )
}

const columns: Column<EvidenceLine>[] = [
  {
    key: 'name',
    header: t('name'),
    primary: true,
    cell: (row) => (
      <>
        <span class="mr-2 text-muted tabular-nums">{t('number', { n: row.number })}</span>
        {row.name}
        <span class="block font-normal text-muted text-sm">
          {[row.quantity && quantityText(row.quantity), row.origin !== 'original' && t(`origin.${row.origin}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    ),
  },
  { key: 'kind', header: t('kind'), cell: (row) => said(row.kindWords) },
  { key: 'result', header: t('result'), cell: (row) => <StateBadges line={row} /> },
  {
    key: 'holder',
    header: t('holder'),
    cell: (row) => (
      <span>
        <AgencyName agency={row.holder.agency} />
        <span class="block narrow:inline text-muted text-sm">{row.holder.name}</span>
      </span>
    ),
  },
  {
    key: 'when',
    header: t('when'),
    align: 'end',
    cell: (row) => <span class="whitespace-nowrap text-sm tabular-nums">{formatDateTime(row.collectedUntil)}</span>,
  },
]
