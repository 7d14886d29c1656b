import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, type JSX, Show } from 'solid-js'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './strings.ts'

export type Decision = 'approve' | 'decline' | 'withdraw'

/** The second person's yes or no, or the first one's second thought. */
export function DecisionDialog(props: {
  decision: Decision
  what: string
  send: (note: string, submissionId: string) => Promise<{ state: 'approved' | 'declined' | 'withdrawn' }>
  close: () => void
  children?: JSX.Element
}) {
  const queries = useQueryClient()
  const [note, setNote] = createSignal('')
  const deciding = createDeed({
    send: (given: string, submissionId) => props.send(given, submissionId),
    done({ state }) {
      showToast({ title: t(`done.${state}`), tone: 'ok', closeLabel: shared('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t(`${props.decision}.title`, { what: props.what })}
      confirmLabel={t(props.decision)}
      cancelLabel={t('cancel')}
      tone={props.decision === 'approve' ? 'primary' : 'danger'}
      busy={deciding.busy()}
      blocked={props.decision === 'decline' && note().trim() === ''}
      onConfirm={() => void deciding.run(note().trim())}
    >
      <div class="flex flex-col gap-3">
        {props.children}
        <Show when={props.decision !== 'approve'} fallback={<p class="text-muted text-sm">{t('approve.text')}</p>}>
          <TextArea
            label={t(props.decision === 'decline' ? 'decline.note' : 'withdraw.note')}
            required={props.decision === 'decline'}
            rows={2}
            maxLength={200}
            value={note()}
            onChange={setNote}
          />
        </Show>
        <RefusalNotice
          error={deciding.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
