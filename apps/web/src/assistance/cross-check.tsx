import { Badge, EmptyState, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import ScanSearch from 'lucide-solid/icons/scan-search'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { AssistanceKnown } from '../app/api-types.ts'
import { word } from '../app/enums.ts'
import { formatInstant } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { Line } from '../app/record-lines.tsx'
import { t } from './texts.ts'

/** What our own records share with a request that came in. Whoever asked never sees this panel. */
export function CrossCheck(props: { id: string; version: number }) {
  const found = useQuery(() => ({
    queryKey: ['assistance', props.id, 'crossCheck', props.version],
    queryFn: () => api.assistance.crossCheck.query({ assistanceId: props.id }),
  }))
  return (
    <Panel flush title={t('known')} note={found.data?.items.length || undefined}>
      <Loaded query={found} compact rows={2}>
        {(data) => (
          <>
            <ul>
              <For each={data().items} fallback={<Nothing checkedAt={data().checkedAt} />}>
                {(record) => <KnownLine record={record} />}
              </For>
            </ul>
            <p class="border-line border-t px-4 py-2 text-muted text-xs">
              {t('knownPrivate')}
              <Show when={data().checkedAt}>{(at) => <> {t('knownAt', { at: formatInstant(at()) })}</>}</Show>
            </p>
          </>
        )}
      </Loaded>
    </Panel>
  )
}

const Nothing = (props: { checkedAt: string | null }) => (
  <EmptyState
    compact
    icon={<ScanSearch size={16} />}
    title={props.checkedAt ? t('knownNone') : t('knownNotYet')}
    description={props.checkedAt ? t('knownNoneHint') : t('knownNotYetHint')}
  />
)

const places = { Clue: '/clues/', Case: '/cases/', Assistance: '/assistance/' } as const

function KnownLine(props: { record: AssistanceKnown }) {
  const title = () => {
    const { record } = props
    return record.kind === 'Assistance' ? said(record.kindWords) : record.title
  }
  return (
    <Line
      href={places[props.record.kind] + props.record.id}
      title={title()}
      badges={<Badge>{t(`known.${props.record.kind}`)}</Badge>}
    >
      <span>{props.record.number}</span>
      <For each={props.record.shared}>
        {(one) => (
          <span class="min-w-0 break-all">
            {one.kind === 'name' || one.kind === 'identity' ? t(`shared.${one.kind}`) : word('identifier', one.kind)}{' '}
            <strong class="font-medium text-ink">{one.said}</strong>
          </span>
        )}
      </For>
    </Line>
  )
}
