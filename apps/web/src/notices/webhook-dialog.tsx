import { Button, CheckboxField, CheckboxGroup, Dialog, showToast, TextField } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Webhook, WebhookKind } from '../app/api-types.ts'
import { said, t as shell } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'

type Draft = { name: string; url: string; kinds: string[]; isOn: boolean; renewsSecret: boolean }

/** Sets an endpoint up, or changes one. */
export function WebhookDialog(props: {
  webhook: Webhook | undefined
  kinds: readonly WebhookKind[]
  close: () => void
  made: (webhookId: string) => void
}) {
  const queries = useQueryClient()
  const { name = '', url = 'https://', kinds = [], isOn = true } = props.webhook ?? {}
  const [draft, setDraft] = createStore<Draft>({ name, url, kinds: [...kinds], isOn, renewsSecret: false })
  const isComplete = () => draft.name.trim() !== '' && URL.canParse(draft.url.trim()) && draft.kinds.length > 0
  /** What is lost by saving, said on the button. */
  const harm = () =>
    props.webhook?.isOn && !draft.isOn ? 'keepOff' : draft.renewsSecret ? ('keepRenewed' as const) : undefined
  const keeping = createDeed({
    async send(given: Draft, submissionId) {
      const fields = { name: given.name.trim(), url: given.url.trim(), kinds: [...given.kinds], submissionId }
      const { webhook } = props
      if (!webhook) return (await api.webhooks.setUp.mutate(fields)).webhookId
      const { isOn, renewsSecret } = given
      const changed = { ...fields, isOn, renewsSecret, webhookId: webhook.id, expectedVersion: webhook.version }
      await api.webhooks.change.mutate(changed)
      return renewsSecret ? webhook.id : undefined
    },
    done(shown) {
      showToast({ title: t('webhookKept'), tone: 'ok', closeLabel: shell('close') })
      props.close()
      if (shown) props.made(shown)
      void queries.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t(props.webhook ? 'editWebhook' : 'addWebhook')}
      description={t('webhookLead')}
      closeLabel={shell('close')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shell('cancel')}</Button>
          <Button
            variant={harm() ? 'danger' : 'primary'}
            busy={keeping.busy()}
            disabled={!isComplete()}
            onClick={() => void keeping.run({ ...draft })}
          >
            {t(harm() ?? 'keepWebhook')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <TextField
          label={t('webhookName')}
          required
          maxLength={60}
          value={draft.name}
          onChange={(value) => setDraft({ name: value })}
        />
        <TextField
          label={t('webhookUrl')}
          hint={t('webhookUrlHint')}
          required
          maxLength={300}
          value={draft.url}
          onChange={(value) => setDraft({ url: value })}
        />
        <CheckboxGroup
          label={t('webhookKinds')}
          required
          columns={2}
          options={props.kinds.map(({ kind, words }) => ({ value: kind, label: said(words) }))}
          value={draft.kinds}
          onChange={(value) => setDraft({ kinds: value })}
        />
        <Show when={props.webhook}>
          <CheckboxField
            label={t('webhookOn')}
            note={t('webhookOnNote')}
            checked={draft.isOn}
            onChange={(value) => setDraft({ isOn: value })}
          />
          <CheckboxField
            label={t('renewSecret')}
            note={t('renewSecretNote')}
            checked={draft.renewsSecret}
            onChange={(value) => setDraft({ renewsSecret: value })}
          />
        </Show>
        <RefusalNotice
          error={keeping.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries({ queryKey: ['webhooks'] })
          }}
        />
      </div>
    </Dialog>
  )
}
