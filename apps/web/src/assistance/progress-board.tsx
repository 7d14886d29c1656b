import { type Column, Panel, Table } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { AssistanceProvince } from '../app/api-types.ts'
import { locale } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { live } from '../app/query-client.ts'
import { regionName } from '../app/regions.ts'
import { provinces, type TileState, tileState } from './provinces.ts'
import { t } from './texts.ts'

const looks: Record<TileState, string> = {
  none: 'bg-sunken text-muted',
  open: 'bg-info-soft text-info',
  overdue: 'bg-danger-soft text-danger',
  done: 'bg-ok-soft text-ok',
  refused: 'bg-warn-soft text-warn',
}
const legend = ['open', 'done', 'refused', 'overdue'] as const

/** Where the agency's own requests stand, province by province, as squares and as a list. */
export function ProgressBoard() {
  const found = useQuery(() => ({
    queryKey: ['assistance', 'progress'],
    queryFn: () => api.assistance.progress.query({}),
    ...live,
    reconcile: 'province' as const,
  }))
  return (
    <Loaded query={found} compact rows={3}>
      {(data) => (
        <Show when={data().provinces.length > 0}>
          <Panel title={t('progress')} note={t('progressHint')}>
            <div class="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-6 narrow:grid-cols-1">
              <Tiles standing={data().provinces} />
              <Table caption={t('progress')} columns={columns} rows={data().provinces} rowKey={(row) => row.province} />
            </div>
          </Panel>
        </Show>
      )}
    </Loaded>
  )
}

function Tiles(props: { standing: readonly AssistanceProvince[] }) {
  const of = (code: string) => props.standing.find(({ province }) => province === code)
  return (
    <div>
      <ul class="grid w-fit grid-cols-[repeat(10,1.75rem)] grid-rows-[repeat(8,1.75rem)] gap-1 narrow:grid-cols-[repeat(10,1.6rem)]">
        <For each={Object.entries(provinces)}>
          {([code, [column, row, zh, en]]) => (
            <li
              style={{ 'grid-column': column, 'grid-row': row }}
              title={`${regionName(`${code}0000`)} · ${t(`tile.${tileState(of(code))}`)} ${of(code)?.asked ?? ''}`}
              class={`flex items-center justify-center rounded-sm text-xs ${of(code) ? 'font-semibold' : 'opacity-70'} ${looks[tileState(of(code))]}`}
            >
              {locale() === 'zh' ? zh : en}
            </li>
          )}
        </For>
      </ul>
      <ul class="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-muted text-xs">
        <For each={legend}>
          {(state) => (
            <li class="flex items-center gap-1">
              <span class={`size-3 rounded-sm ${looks[state]}`} aria-hidden="true" />
              {t(`tile.${state}`)}
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

const number = (key: string, header: string, of: (row: AssistanceProvince) => number): Column<AssistanceProvince> => ({
  key,
  header,
  align: 'end',
  isBare: true,
  cell: (row) => <span class="tabular-nums">{of(row)}</span>,
})

const columns: Column<AssistanceProvince>[] = [
  { key: 'province', header: t('province'), primary: true, cell: (row) => regionName(`${row.province}0000`) },
  number('asked', t('askedCount'), (row) => row.asked),
  number('open', t('openCount'), (row) => row.open),
  number('overdue', t('overdueCount'), (row) => row.overdue),
  number('replied', t('repliedCount'), (row) => row.answered),
  number('refused', t('refusedCount'), (row) => row.refused),
]
