import { Badge, Button, EmptyState, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Webhook } from '../app/api-types.ts'
import { administersOwn } from '../app/duties.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { useSession } from '../app/session.tsx'
import { DeliveryList } from './delivery-list.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { t } from './texts.ts'
import { WebhookDialog } from './webhook-dialog.tsx'

/** The agency’s endpoints, what was delivered to each, and what to sign in the receiving system with. */
export function WebhookPanel() {
  const session = useSession()
  const mayKeep = () => administersOwn(session())
  const found = useQuery(() => ({ queryKey: ['webhooks'], queryFn: () => api.webhooks.list.query({}) }))
  const [editing, setEditing] = createSignal<Webhook | 'new'>()
  const [showing, setShowing] = createSignal<Webhook>()
  const [secretOf, setSecretOf] = createSignal<string>()
  const kinds = () => found.data?.kinds ?? []
  const named = (webhook: Webhook) =>
    webhook.kinds
      .map((kind) => said(kinds().find((one) => one.kind === kind)?.words ?? { zh: kind, en: kind }))
      .join('、')
  return (
    <div class="flex flex-col gap-4">
      <Panel
        flush
        title={t('webhooks')}
        note={t('webhooksNote')}
        actions={
          <Show when={mayKeep()}>
            <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setEditing('new')}>
              {t('addWebhook')}
            </Button>
          </Show>
        }
      >
        <Loaded query={found} rows={2}>
          {(list) => (
            <ul class="divide-y divide-line">
              <For
                each={list().items}
                fallback={<EmptyState title={t('noWebhooks')} description={t('noWebhooksHint')} />}
              >
                {(webhook) => (
                  <li class="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
                    <div class="min-w-0 flex-1 narrow:min-w-full">
                      <p class="flex flex-wrap items-center gap-2">
                        <span class="font-medium">{webhook.name}</span>
                        <Badge tone={webhook.brokenAt ? 'danger' : webhook.isOn ? 'ok' : 'neutral'}>
                          {t(webhook.brokenAt ? 'broken' : webhook.isOn ? 'on' : 'off')}
                        </Badge>
                      </p>
                      <p class="mt-0.5 break-all text-muted text-sm">{webhook.url}</p>
                      <p class="text-muted text-sm">{named(webhook)}</p>
                    </div>
                    <div class="flex flex-wrap gap-2">
                      <Button size="sm" variant="quiet" onClick={() => setShowing(webhook)}>
                        {t('deliveries')}
                      </Button>
                      <Show when={webhook.showsSecret}>
                        <Button size="sm" variant="quiet" onClick={() => setSecretOf(webhook.id)}>
                          {t('secret')}
                        </Button>
                      </Show>
                      <Show when={mayKeep()}>
                        <Button size="sm" onClick={() => setEditing(webhook)}>
                          {t('edit')}
                        </Button>
                      </Show>
                    </div>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Loaded>
      </Panel>
      <Show when={showing()} keyed>
        {(webhook) => <DeliveryList webhook={webhook} mayReplay={mayKeep()} />}
      </Show>
      <Show when={editing()} keyed>
        {(webhook) => (
          <WebhookDialog
            webhook={webhook === 'new' ? undefined : webhook}
            kinds={kinds()}
            close={() => setEditing(undefined)}
            made={setSecretOf}
          />
        )}
      </Show>
      <Show when={secretOf()} keyed>
        {(webhookId) => <SecretDialog webhookId={webhookId} close={() => setSecretOf(undefined)} />}
      </Show>
    </div>
  )
}
