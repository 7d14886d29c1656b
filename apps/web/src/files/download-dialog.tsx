import { Button, Dialog, Notice, RadioCards } from '@lianban/ui'
import { createSignal } from 'solid-js'
import type { CaseFile } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { orRefused } from './refused-answer.ts'
import { t } from './texts.ts'

const purposes = ['working', 'passing_on', 'proceedings'] as const

/** Before a file leaves the hub: what for. The server compares it first; only a sound one is handed to the browser. */
export function DownloadDialog(props: { file: CaseFile; close: () => void }) {
  const [purpose, setPurpose] = createSignal<string>('working')
  const downloading = createDeed({
    send: async (address: string) => {
      // A HEAD has no words in its answer, so a refusal is asked for once more.
      const asked = await fetch(address, { method: 'HEAD' })
      if (!asked.ok) await orRefused(await fetch(address))
      return address
    },
    done(address) {
      const link = document.createElement('a')
      link.href = address
      link.download = props.file.name
      link.click()
      props.close()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('downloadTitle', { name: props.file.name })}
      closeLabel={t('cancel')}
      footer={
        <>
          <span class="mr-auto text-muted text-sm" role="status">
            {downloading.busy() ? t('checkingSound') : ''}
          </span>
          <Button onClick={() => props.close()}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={downloading.busy()}
            onClick={() => void downloading.run(`/files/${props.file.id}/download?purpose=${purpose()}`)}
          >
            {t('download')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <RadioCards
          label={t('purpose')}
          columns={3}
          required
          options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          value={purpose()}
          onChange={setPurpose}
        />
        <Notice tone="info">{t('downloadNote')}</Notice>
        <RefusalNotice error={downloading.error()} />
      </div>
    </Dialog>
  )
}
