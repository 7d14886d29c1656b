import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, type JSX, Show } from 'solid-js'
import { t } from '../app/i18n/index.ts'
import { createDeed } from './deed.ts'
import { RefusalNotice } from './refusal-notice.tsx'

/** Confirms a deed, with the reason or the note that others will read. */
export function ReasonDialog<Answer>(props: {
  /** What happens to whom; the deed's own name unless said. */
  title?: string
  body?: string
  /** What the deed is about, where words alone do not say it. */
  children?: JSX.Element
  /** What the deed is called on its button. */
  confirm: string
  /** What the words are called; none are asked for unless said. */
  reason?: string | undefined
  hint?: string
  isOptional?: boolean
  maxLength?: number
  /** Something else that the deed asks for is not there yet. */
  blocked?: boolean
  tone?: 'primary' | 'danger'
  /** The dialog holds what was on the page when it opened: to look again is to open it anew. */
  isOfThen?: boolean
  send: (reason: string, submissionId: string) => Promise<Answer>
  done: (answer: Answer) => string
  doneNote?: string
  close: () => void
}) {
  const queries = useQueryClient()
  const [reason, setReason] = createSignal('')
  const deed = createDeed({
    send: (given: string, submissionId) => props.send(given, submissionId),
    done(answer) {
      const description = props.doneNote
      showToast({ title: props.done(answer), ...(description && { description }), tone: 'ok', closeLabel: t('close') })
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
      tone={props.tone ?? 'danger'}
      busy={deed.busy()}
      blocked={props.blocked || (props.reason !== undefined && !props.isOptional && reason().trim() === '')}
      onConfirm={() => void deed.run(reason().trim())}
    >
      <div class="flex flex-col gap-3">
        <Show when={props.body}>{(body) => <p class="text-sm">{body()}</p>}</Show>
        {props.children}
        <Show when={props.reason}>
          {(label) => (
            <TextArea
              label={label()}
              hint={props.hint}
              required={!props.isOptional}
              rows={2}
              maxLength={props.maxLength ?? 500}
              value={reason()}
              onChange={setReason}
            />
          )}
        </Show>
        <RefusalNotice
          error={deed.error()}
          reload={() => {
            if (props.isOfThen) props.close()
            else deed.forget()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
