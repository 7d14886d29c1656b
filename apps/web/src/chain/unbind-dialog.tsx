import { TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { BoundEvidence } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from '../evidence/done.ts'
import { FormDialog } from '../evidence/form-dialog.tsx'
import { t } from './texts.ts'

/** Takes an item off a fact. */
export function UnbindDialog(props: { binding: BoundEvidence; close: () => void }) {
  const [reason, setReason] = createSignal('')
  const done = createDone(() => props.close())
  const unbinding = createDeed({
    send: (given: string, submissionId) =>
      api.chain.unbind.mutate({
        evidenceId: props.binding.item.id,
        bindingId: props.binding.id,
        reason: given,
        submissionId,
      }),
    done: () => done(t('unbindDone')),
  })
  return (
    <FormDialog
      title={t('unbindTitle', { n: props.binding.item.number })}
      text={t('unbindText')}
      confirm={t('unbind')}
      size="sm"
      danger
      blocked={reason().trim() === ''}
      deed={unbinding}
      submit={() => void unbinding.run(reason().trim())}
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
