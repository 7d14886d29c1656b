import { type Column, EmptyState, Panel, SelectField, Table } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { AssistanceMeasure } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { t } from './texts.ts'

const ways = ['lane', 'kind', 'pair'] as const

/** How soon requests were signed in and answered, beside the record that is to be beaten. */
export function Figures() {
  const [by, setBy] = createSignal<(typeof ways)[number]>('lane')
  const found = useQuery(() => ({
    queryKey: ['assistance', 'measures', by()],
    queryFn: () => api.assistance.measures.query({ by: by() }),
  }))
  const agencies = useQuery(() => ({ queryKey: ['agencies'], queryFn: () => api.agencies.list.query() }))
  const shortOf = (id: string | null): string => {
    const agency = agencies.data?.find((each) => each.id === id)
    return agency ? agencyShort(agency) : ''
  }
  const nameOf = (row: AssistanceMeasure): string => {
    if (by() === 'pair') return `${shortOf(row.fromAgencyId)} → ${shortOf(row.name)}`
    return row.words ? said(row.words) : t('noLane')
  }
  return (
    <Panel
      flush
      title={t('box.figures')}
      note={t('benchmark')}
      actions={
        <SelectField
          label={t('by')}
          options={ways.map((value) => ({ value, label: t(`by.${value}`) }))}
          value={by()}
          onChange={(value) => setBy(ways.find((each) => each === value) ?? 'lane')}
        />
      }
    >
      <Loaded query={found} rows={3}>
        {(data) => (
          <Show
            when={data().rows.length > 0}
            fallback={<EmptyState title={t('empty.figures')} description={t('emptyHint')} />}
          >
            <Table
              caption={t('box.figures')}
              columns={columns(nameOf)}
              rows={data().rows}
              rowKey={(row) => `${row.fromAgencyId} ${row.name}`}
            />
          </Show>
        )}
      </Loaded>
    </Panel>
  )
}

function spent(minutes: number | null): string {
  if (minutes === null) return '—'
  if (minutes < 1) return t('underAMinute')
  const whole = Math.round(minutes)
  return whole < 60 ? t('minutes', { n: whole }) : t('hours', { h: Math.floor(whole / 60), m: whole % 60 })
}

const columns = (nameOf: (row: AssistanceMeasure) => string): Column<AssistanceMeasure>[] => [
  { key: 'name', header: t('name'), primary: true, cell: nameOf },
  { key: 'asked', header: t('askedCount'), align: 'end', isBare: true, cell: (row) => row.asked },
  { key: 'answered', header: t('answered'), align: 'end', isBare: true, cell: (row) => row.answered },
  {
    key: 'inTime',
    header: t('inTime'),
    align: 'end',
    isBare: true,
    cell: (row) => (row.answered > 0 ? `${Math.round((100 * row.inTime) / row.answered)}%` : '—'),
  },
  { key: 'first', header: t('firstMinutes'), align: 'end', isBare: true, cell: (row) => spent(row.firstMinutes) },
  { key: 'reply', header: t('replyMinutes'), align: 'end', isBare: true, cell: (row) => spent(row.replyMinutes) },
  { key: 'fastest', header: t('fastest'), align: 'end', isBare: true, cell: (row) => spent(row.fastest) },
]
