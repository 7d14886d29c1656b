import { Badge, Button, EmptyState, Panel, type Tone } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Webhook, WebhookDelivery } from '../app/api-types.ts'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { LoadMore } from '../app/load-more.tsx'
import { Loaded } from '../app/loaded.tsx'
import { createPagedQuery } from '../app/paged-query.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'

const tones: Record<WebhookDelivery['state'], Tone> = { waiting: 'info', delivered: 'ok', dead: 'danger' }

/** Everything that was sent to one endpoint, each with the times that it was tried, and what to do about what was given up. */
export function DeliveryList(props: { webhook: Webhook; mayReplay: boolean }) {
  const queries = useQueryClient()
  const found = createPagedQuery(() => ({
    queryKey: ['webhooks', 'deliveries', props.webhook.id],
    read: (cursor) => api.webhooks.deliveries.query({ webhookId: props.webhook.id, cursor }),
  }))
  const rows = () => found.data?.pages.flatMap((page) => page.items) ?? []
  const reload = () => queries.invalidateQueries({ queryKey: ['webhooks'] })
  const replay = createDeed({
    send: (deliveryId: string, submissionId) => api.webhooks.replay.mutate({ deliveryId, submissionId }),
    done: reload,
  })
  const answered = (row: WebhookDelivery) =>
    row.tried.map(({ status, fault }) => (fault ? t(`fault.${fault}`) : String(status))).join(' → ')
  return (
    <Panel flush title={t('deliveriesOf', { name: props.webhook.name })}>
      <RefusalNotice error={replay.error()} reload={() => void reload()} />
      <Loaded query={found} rows={4}>
        {() => (
          <ul class="divide-y divide-line">
            <For each={rows()} fallback={<EmptyState title={t('noDeliveries')} description={t('noDeliveriesHint')} />}>
              {(row) => (
                <li class="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
                  <span class="min-w-40">{said(row.kindWords ?? { zh: row.kind, en: row.kind })}</span>
                  <Badge tone={tones[row.state]}>{t(`delivery.${row.state}`)}</Badge>
                  <span class="text-muted text-sm">{formatDateTime(row.toldAt)}</span>
                  <span class="text-muted text-sm">{answered(row)}</span>
                  <span class="break-all text-faint text-xs">{row.id}</span>
                  <Show when={props.mayReplay && row.state !== 'waiting'}>
                    <span class="ml-auto">
                      <Button size="sm" variant="quiet" busy={replay.busy()} onClick={() => void replay.run(row.id)}>
                        {t('replay')}
                      </Button>
                    </span>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
      <LoadMore query={found} />
    </Panel>
  )
}
