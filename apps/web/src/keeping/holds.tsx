import { Badge, Button, EmptyState, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Snowflake from 'lucide-solid/icons/snowflake'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { LegalHold } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { locale } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { t } from './strings.ts'

/** The holds on the agency's records and those it laid on others: on one record, or all of them. */
export function Holds(props: { recordId?: string }) {
  const holds = useQuery(() => ({
    queryKey: ['holds', props.recordId ?? ''],
    queryFn: () => api.holds.list.query(props.recordId ? { recordId: props.recordId } : {}),
  }))
  const [lifting, lift] = createSignal<LegalHold>()
  return (
    <>
      <Loaded query={holds} rows={3}>
        {(found) => (
          <Panel flush title={t('holds')}>
            <ul>
              <For
                each={found().items}
                fallback={
                  <EmptyState icon={<Snowflake size={20} />} title={t('noHolds')} description={t('noHoldsHint')} />
                }
              >
                {(hold) => <Line hold={hold} lift={() => lift(hold)} />}
              </For>
            </ul>
          </Panel>
        )}
      </Loaded>
      <Show when={lifting()} keyed>
        {(hold) => <HoldDialog of={{ deed: 'lift', holdId: hold.id }} close={() => lift(undefined)} />}
      </Show>
    </>
  )
}

const post = (by: LegalHold['by']) => (by ? (locale() === 'zh' ? by.postZh : by.postEn) : '—')
const hrefs = { Case: '/cases/', Clue: '/clues/', EvidenceItem: '/evidence/' } as const

function Line(props: { hold: LegalHold; lift: () => void }) {
  return (
    <li class="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div class="min-w-0 flex-1 narrow:min-w-full">
        <p class="flex flex-wrap items-baseline gap-x-2">
          <Badge tone={props.hold.lifted ? 'neutral' : 'accent'}>{t(props.hold.lifted ? 'over' : 'standing')}</Badge>
          <Show when={props.hold.record.name} fallback={<span class="text-muted">{t('unnamed')}</span>}>
            {(name) => (
              <a
                class="font-medium hover:text-accent-text hover:underline"
                href={hrefs[props.hold.record.kind] + props.hold.record.id}
              >
                {name()}
              </a>
            )}
          </Show>
        </p>
        <p class="mt-1">
          {props.hold.reason}（{props.hold.authority}）
        </p>
        <p class="mt-1 text-muted text-sm">
          {t('laidBy', {
            agency: agencyShort(props.hold.agency),
            who: post(props.hold.by),
            at: formatDateTime(props.hold.at),
          })}
        </p>
        <Show when={props.hold.lifted}>
          {(lifted) => (
            <p class="mt-1 text-muted text-sm">
              {t('liftedBy', {
                who: post(lifted().by),
                at: formatDateTime(lifted().at),
                reason: lifted().reason,
                authority: lifted().authority,
              })}
            </p>
          )}
        </Show>
      </div>
      <Show when={props.hold.canLift}>
        <Button size="sm" onClick={() => props.lift()}>
          {t('lift')}
        </Button>
      </Show>
    </li>
  )
}
