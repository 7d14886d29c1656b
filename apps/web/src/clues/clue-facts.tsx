import { type Column, DescriptionList, Table } from '@lianban/ui'
import { type JSX, Show } from 'solid-js'
import type { Clue, Goods, Identifier } from '../app/api-types.ts'
import { AgencyName, HandlingCodeBadge, LabelBadge, postName, Withheld } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime, formatNumber, formatPartialDate } from '../app/format.ts'
import { regionName } from '../app/regions.ts'
import { t } from './texts.ts'

/** Where a clue comes from and how it may be used. */
export function ClueFacts(props: { clue: Clue }) {
  return (
    <DescriptionList
      columns={1}
      items={[
        { term: t('agency'), value: <AgencyName agency={props.clue.ownerAgency} full /> },
        { term: t('label'), value: <LabelBadge label={props.clue.label} />, hint: word('labelNote', props.clue.label) },
        {
          term: t('handlingCode'),
          value: <HandlingCodeBadge code={props.clue.handlingCode} always />,
          hint: word('handlingCodeNote', props.clue.handlingCode),
        },
        {
          term: t('from'),
          value: `${word('clueKind', props.clue.kind)} · ${word('clueSource', props.clue.source)}`,
        },
        { term: t('reportedOn'), value: formatPartialDate(props.clue.reportedOn) },
        { term: t('region'), value: regionName(props.clue.region) },
        { term: t('place'), value: props.clue.place ?? <Withheld /> },
        { term: t('recordedBy'), value: props.clue.recordedBy ? postName(props.clue.recordedBy) : <Withheld /> },
        { term: t('recordedOn'), value: formatDateTime(props.clue.recordedAt) },
      ]}
    />
  )
}

export function GoodsTable(props: { goods: readonly Goods[] | null }) {
  const columns = (): Column<Goods>[] => [
    { key: 'what', header: t('what'), primary: true, width: '9rem', cell: (goods) => word('goods', goods.what) },
    { key: 'note', header: t('note'), cell: (goods) => goods.note },
    {
      key: 'quantity',
      header: t('quantity'),
      align: 'end',
      width: '9rem',
      cell: (goods) => (goods.quantity === undefined ? '—' : `${formatNumber(goods.quantity)} ${goods.unit ?? ''}`),
    },
  ]
  return (
    <Rows rows={props.goods} empty={t('noGoods')}>
      {(rows) => <Table caption={t('sectionGoods')} columns={columns()} rows={rows} rowKey={(goods) => goods.what} />}
    </Rows>
  )
}

export function IdentifierList(props: { identifiers: readonly Identifier[] | null }) {
  const columns = (): Column<Identifier>[] => [
    { key: 'kind', header: t('identifierKind'), width: '13rem', cell: (each) => word('identifier', each.kind) },
    {
      key: 'value',
      header: t('identifierValue'),
      primary: true,
      cell: (each) => <span class="font-mono">{each.value}</span>,
    },
  ]
  return (
    <Rows rows={props.identifiers} empty={t('noIdentifiers')}>
      {(rows) => (
        <Table caption={t('sectionIdentifiers')} columns={columns()} rows={rows} rowKey={(each) => each.value} />
      )}
    </Rows>
  )
}

/** Rows, or that there are none, or that they are kept back. */
function Rows<Row>(props: {
  rows: readonly Row[] | null
  empty: string
  children: (rows: readonly Row[]) => JSX.Element
}) {
  return (
    <Show
      when={props.rows}
      fallback={
        <div class="p-4">
          <Withheld />
        </div>
      }
    >
      {(rows) => (
        <Show when={rows().length} fallback={<p class="p-4 text-muted text-sm">{props.empty}</p>}>
          {props.children(rows())}
        </Show>
      )}
    </Show>
  )
}
