import { Badge, Button, EmptyState, Panel } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Alert } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { locale, said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { namedOnce } from '../app/named-once.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { entriesHref } from './explorer-filter.ts'
import { t } from './strings.ts'

type Verdict = 'explained' | 'pursued'

/** What the watch over the log told this agency: who, how often and when, with what became of it. */
export function Alerts() {
  const [address] = useSearchParams<{ alert?: string }>()
  const alerts = useQuery(() => ({ queryKey: ['alerts'], queryFn: () => api.alerts.list.query({}) }))
  const [answering, setAnswering] = createSignal<{ alert: Alert; verdict: Verdict }>()
  return (
    <>
      <Loaded query={alerts} rows={4}>
        {(found) => (
          <Panel
            flush
            title={t('view.alerts')}
            note={found().hasMore ? t('firstOf', { n: found().items.length }) : undefined}
          >
            <ul>
              <For
                each={found().items}
                fallback={
                  <EmptyState icon={<ShieldCheck size={20} />} title={t('noAlerts')} description={t('noAlertsHint')} />
                }
              >
                {(alert) => (
                  <Line
                    alert={alert}
                    isMeant={address.alert === alert.id}
                    answer={(verdict) => setAnswering({ alert, verdict })}
                  />
                )}
              </For>
            </ul>
          </Panel>
        )}
      </Loaded>
      <Show when={answering()} keyed>
        {({ alert, verdict }) => (
          <ReasonDialog
            body={t(`answerBody.${verdict}`)}
            confirm={t(`answer.${verdict}`)}
            tone="primary"
            reason={t('answerNote')}
            send={(note, submissionId) => api.alerts.answer.mutate({ alertId: alert.id, verdict, note, submissionId })}
            done={() => t('answered')}
            close={() => setAnswering(undefined)}
          />
        )}
      </Show>
    </>
  )
}

function Line(props: { alert: Alert; isMeant: boolean; answer: (verdict: Verdict) => void }) {
  const post = () => {
    const { officer, agency } = props.alert
    const short = agency ? agencyShort(agency) : '—'
    return officer ? namedOnce(short, locale() === 'zh' ? officer.postZh : officer.postEn) : short
  }
  return (
    <li
      class={`flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0 ${props.isMeant ? 'bg-sunken' : ''}`}
    >
      <div class="min-w-0 flex-1 narrow:min-w-full">
        <p class="flex flex-wrap items-baseline gap-x-2">
          <Badge tone={props.alert.answer ? 'neutral' : 'warn'}>{t(`toldAs.${props.alert.toldAs}`)}</Badge>
          <span class="font-medium">{post()}</span>
          <span>{said(props.alert.says)}</span>
        </p>
        <p class="mt-1 flex flex-wrap gap-x-3 text-muted text-sm">
          <span>{t('alertCount', { times: props.alert.times, records: props.alert.records })}</span>
          <span>
            {formatDateTime(props.alert.firstAt)} – {formatDateTime(props.alert.lastAt)}
          </span>
          <span class="text-faint">
            {t('rule')} {props.alert.rule}
          </span>
          <Show when={props.alert.toldAs === 'owner'}>
            <a class="text-accent hover:underline" href={entriesHref({ record: null, agency: props.alert.agency })}>
              {t('alertEntries')}
            </a>
          </Show>
        </p>
        <Show when={props.alert.answer}>
          {(answer) => (
            <p class="mt-1 text-sm">
              {t(`answer.${answer().verdict}`)}：{answer().note}
              <span class="ml-2 text-muted">{formatDateTime(answer().at)}</span>
            </p>
          )}
        </Show>
      </div>
      <Show when={props.alert.canAnswer}>
        <div class="flex gap-2">
          <Button size="sm" onClick={() => props.answer('explained')}>
            {t('answer.explained')}
          </Button>
          <Button size="sm" variant="primary" onClick={() => props.answer('pursued')}>
            {t('answer.pursued')}
          </Button>
        </div>
      </Show>
    </li>
  )
}
