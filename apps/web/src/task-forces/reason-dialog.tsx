import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'

/** Confirms what closes records to others, with the reason that they will read. */
export function ReasonDialog(props: {
  title: string
  body: string
  confirm: string
  done: 'revoked' | 'dissolved'
  send: (reason: string, submissionId: string) => Promise<{ closed: number }>
  close: () => void
}) {
  const queries = useQueryClient()
  const [reason, setReason] = createSignal('')
  const ending = createDeed({
    send: (given: string, submissionId) => props.send(given, submissionId),
    done({ closed }) {
      showToast({
        title: t(closed > 0 ? props.done : `${props.done}Plain`, { n: closed }),
        tone: 'ok',
        closeLabel: shared('close'),
      })
      props.close()
      void queries.invalidateQueries()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={props.title}
      confirmLabel={props.confirm}
      cancelLabel={t('cancel')}
      tone="danger"
      busy={ending.busy()}
      blocked={reason().trim() === ''}
      onConfirm={() => void ending.run(reason().trim())}
    >
      <div class="flex flex-col gap-3">
        <p class="text-sm">{props.body}</p>
        <TextArea
          label={t('reason')}
          hint={t('reasonHint')}
          required
          rows={2}
          maxLength={500}
          value={reason()}
          onChange={setReason}
        />
        <RefusalNotice
          error={ending.error()}
          reload={() => {
            ending.forget()
            void queries.invalidateQueries({ queryKey: ['taskForces'] })
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
