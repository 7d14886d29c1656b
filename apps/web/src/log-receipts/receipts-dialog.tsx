import { Button, Dialog } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Download from 'lucide-solid/icons/download'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { LogReceipt, ReceiptsAbout } from '../app/api-types.ts'
import { formatInstant } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { loggedRead } from '../app/query-client.ts'
import { saveFile } from '../app/save-file.ts'
import { receiptName } from './receipt-name.ts'
import { t } from './strings.ts'

export type About = ReceiptsAbout

/** The receipts for a record, one an act, to be taken along; that they were asked for is on record. */
export function ReceiptsDialog(props: { about: About; name: string; close: () => void }) {
  const receipts = useQuery(() => ({
    queryKey: ['receipts', props.about.kind, props.about.id],
    queryFn: () => api.receipts.of.query(props.about),
    ...loggedRead,
    gcTime: 0,
  }))
  const ready = () => (receipts.data?.items ?? []).filter(({ receipt }) => receipt)
  const save = (one: LogReceipt) => one.receipt && saveFile(receiptName(one), one.receipt)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('title', { name: props.name })}
      description={t('lead')}
      closeLabel={t('close')}
      footer={
        <Show when={ready().length > 1}>
          <Button icon={<Download size={14} aria-hidden="true" />} onClick={() => ready().forEach(save)}>
            {t('all')}
          </Button>
        </Show>
      }
    >
      <Loaded query={receipts} rows={3} compact>
        {(found) => (
          <ol class="flex flex-col divide-y divide-line">
            <For each={found().items} fallback={<li class="py-3 text-muted">{t('none')}</li>}>
              {(one) => <Line one={one} save={() => save(one)} />}
            </For>
          </ol>
        )}
      </Loaded>
      <p class="mt-4 text-muted text-sm">{t('verifying')}</p>
      <p class="mt-1.5 flex flex-wrap gap-x-4 text-sm">
        <a class="text-accent-text hover:underline" href="/verify.html" download="lianban-verify.html">
          {t('page')}
        </a>
        <a class="text-accent-text hover:underline" href="/log/trust.json" download="trust.json">
          {t('trust')}
        </a>
      </p>
    </Dialog>
  )
}

function Line(props: { one: LogReceipt; save: () => void }) {
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-1.5 py-2.5">
      <div class="min-w-0 flex-1 narrow:min-w-full">
        <p>{said(props.one.sentence)}</p>
        <p class="text-muted text-sm">{formatInstant(props.one.at)}</p>
      </div>
      <Show when={props.one.receipt} fallback={<p class="text-muted text-sm">{t('waits')}</p>}>
        <Button
          size="sm"
          icon={<Download size={14} aria-hidden="true" />}
          aria-label={t('downloadOf', { act: said(props.one.sentence) })}
          onClick={() => props.save()}
        >
          {t('download')}
        </Button>
      </Show>
    </li>
  )
}
