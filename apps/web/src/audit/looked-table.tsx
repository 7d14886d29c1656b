import { type Column, EmptyState, Panel, SelectField, Table } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Eye from 'lucide-solid/icons/eye'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Looked } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { namedOnce } from '../app/named-once.ts'
import { entriesHref, spans } from './explorer-filter.ts'
import { t } from './strings.ts'

/** Who in other agencies looked at the own records, how often, and what the grant was for. */
export function LookedTable() {
  const [days, setDays] = createSignal('30')
  const looked = useQuery(() => ({
    queryKey: ['audit', 'looked', days()],
    queryFn: () => api.audit.looked.query({ days: Number(days()) }),
  }))
  return (
    <>
      <div class="mb-3 flex flex-wrap items-end gap-3">
        <SelectField
          class="w-40 narrow:w-full"
          label={t('span')}
          value={days()}
          onChange={setDays}
          options={spans.map((n) => ({ value: String(n), label: t('days', { n }) }))}
        />
      </div>
      <Loaded query={looked} rows={6}>
        {(found) => (
          <Panel
            flush
            title={t('view.looked')}
            note={found().hasMore ? t('firstOf', { n: found().items.length }) : undefined}
          >
            <Show
              when={found().items.length > 0}
              fallback={
                <EmptyState icon={<Eye size={20} />} title={t('noneLooked')} description={t('noneLookedHint')} />
              }
            >
              <Table
                caption={t('view.looked')}
                columns={columns()}
                rows={found().items}
                rowKey={(row) => `${row.agency?.id}/${row.post?.zh}/${row.record?.id}`}
                rowHref={entriesHref}
              />
            </Show>
          </Panel>
        )}
      </Loaded>
    </>
  )
}

const columns = (): Column<Looked>[] => [
  { key: 'record', header: t('record'), primary: true, cell: (row) => (row.record ? said(row.record.name) : '—') },
  { key: 'who', header: t('who'), cell: (row) => who(row) },
  {
    key: 'purpose',
    header: t('purpose'),
    cell: (row) =>
      row.purpose ? (
        <span title={row.purpose.legalBasis}>{row.purpose.purpose}</span>
      ) : (
        <span class="text-muted">{t('noGrant')}</span>
      ),
  },
  {
    key: 'times',
    header: t('times'),
    cell: (row) => (
      <span class={row.refused ? 'text-danger' : ''}>
        {[
          row.looked ? t('lookedTimes', { n: row.looked }) : '',
          row.taken ? t('takenTimes', { n: row.taken }) : '',
          row.refused ? t('refusedTimes', { n: row.refused }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    ),
  },
  {
    key: 'last',
    header: t('last'),
    align: 'end',
    cell: (row) => <span class="whitespace-nowrap text-muted">{formatDateTime(row.lastAt)}</span>,
  },
]

const who = ({ agency, post }: Looked): string => {
  const short = agency ? agencyShort(agency) : '—'
  return post ? namedOnce(short, said(post)) : short
}
