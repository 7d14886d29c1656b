import { Button, Dialog, showToast } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Copy from 'lucide-solid/icons/copy'
import { api } from '../app/api.ts'
import { t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { t } from './texts.ts'

/** What the receiving system verifies with; every look at it is in the log, and it is kept nowhere. */
export function SecretDialog(props: { webhookId: string; close: () => void }) {
  const found = useQuery(() => ({
    queryKey: ['webhooks', 'secret', props.webhookId],
    queryFn: () => api.webhooks.secret.query({ webhookId: props.webhookId }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  }))
  const copy = async (secret: string) => {
    await navigator.clipboard.writeText(secret)
    showToast({ title: t('copied'), tone: 'ok', closeLabel: shell('close') })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('secret')}
      description={t('secretLead')}
      closeLabel={shell('close')}
      footer={<Button onClick={() => props.close()}>{shell('close')}</Button>}
    >
      <Loaded query={found} rows={1}>
        {(shown) => (
          <p class="flex flex-wrap items-center gap-3">
            <code class="break-all rounded-md bg-sunken px-2 py-1 text-sm">{shown().secret}</code>
            <Button size="sm" icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copy(shown().secret)}>
              {t('copySecret')}
            </Button>
          </p>
        )}
      </Loaded>
    </Dialog>
  )
}
