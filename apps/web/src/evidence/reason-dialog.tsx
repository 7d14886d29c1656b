import { TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { createDeed } from '../cases/deed.ts'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { t } from './texts.ts'

/** Takes back what was entered by mistake; the reason stands in the log for good. */
export function ReasonDialog(props: {
  title: string
  text: string
  confirm: string
  done: string
  send: (given: { reason: string; submissionId: string }) => Promise<unknown>
  close: () => void
}) {
  const [reason, setReason] = createSignal('')
  const done = createDone(() => props.close())
  const taking = createDeed({
    send: (given: string, submissionId) => props.send({ reason: given, submissionId }),
    done: () => done(props.done),
  })
  return (
    <FormDialog
      title={props.title}
      text={props.text}
      confirm={props.confirm}
      size="sm"
      danger
      blocked={reason().trim() === ''}
      deed={taking}
      submit={() => void taking.run(reason().trim())}
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
