import { TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { t } from './texts.ts'

/** Takes a file off an item that it was attached to by mistake. */
export function DetachDialog(props: { item: EvidenceItem; file: EvidenceItem['files'][number]; close: () => void }) {
  const [reason, setReason] = createSignal('')
  const done = createDone(() => props.close())
  const detaching = createDeed({
    send: (given: string, submissionId) =>
      api.evidence.detach.mutate({
        evidenceId: props.item.id,
        attachmentId: props.file.attachmentId,
        reason: given,
        submissionId,
      }),
    done: () => done(t('detachDone')),
  })
  return (
    <FormDialog
      title={t('detachTitle', { name: props.file.name })}
      text={t('detachText')}
      confirm={t('detach')}
      size="sm"
      danger
      blocked={reason().trim() === ''}
      deed={detaching}
      submit={() => void detaching.run(reason().trim())}
      close={props.close}
    >
      <TextField
        class="col-span-full"
        label={t('reason')}
        required
        maxLength={400}
        value={reason()}
        onChange={setReason}
      />
    </FormDialog>
  )
}
