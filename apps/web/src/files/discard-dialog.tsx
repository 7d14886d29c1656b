import { ConfirmDialog } from '@lianban/ui'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { discardUpload } from './queue.ts'
import { t } from './texts.ts'

/** Before what has arrived of a file is deleted. */
export function DiscardDialog(props: { name: string; fileId: string; done: () => void; close: () => void }) {
  const discarding = createDeed({ send: (fileId: string) => discardUpload(fileId), done: () => props.done() })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('discardTitle', { name: props.name })}
      confirmLabel={t('discard')}
      cancelLabel={t('cancel')}
      tone="danger"
      busy={discarding.busy()}
      onConfirm={() => void discarding.run(props.fileId)}
    >
      <p>{t('discardBody')}</p>
      <RefusalNotice error={discarding.error()} />
    </ConfirmDialog>
  )
}
