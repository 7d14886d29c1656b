import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { t } from '../app/i18n/index.ts'
import { createDeed } from './deed.ts'
import { RefusalNotice } from './refusal-notice.tsx'

/** Confirms what is not easily undone, with the reason that others will read. */
export function ReasonDialog<Answer>(props: {
  /** What happens to whom; the deed's own name unless said. */
  title?: string
  body?: string
  /** What the deed is called on its button. */
  confirm: string
  reason: string
  hint?: string
  send: (reason: string, submissionId: string) => Promise<Answer>
  done: (answer: Answer) => string
  close: () => void
}) {
  const queries = useQueryClient()
  const [reason, setReason] = createSignal('')
  const deed = createDeed({
    send: (given: string, submissionId) => props.send(given, submissionId),
    done(answer) {
      showToast({ title: props.done(answer), tone: 'ok', closeLabel: t('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={props.title ?? props.confirm}
      confirmLabel={props.confirm}
      cancelLabel={t('cancel')}
      tone="danger"
      busy={deed.busy()}
      blocked={reason().trim() === ''}
      onConfirm={() => void deed.run(reason().trim())}
    >
      <div class="flex flex-col gap-3">
        <Show when={props.body}>{(body) => <p class="text-sm">{body()}</p>}</Show>
        <TextArea
          label={props.reason}
          hint={props.hint}
          required
          rows={2}
          maxLength={500}
          value={reason()}
          onChange={setReason}
        />
        <RefusalNotice
          error={deed.error()}
          reload={() => {
            deed.forget()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
