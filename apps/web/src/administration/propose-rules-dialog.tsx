import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './strings.ts'

/** Asks that exactly the files whose difference was on the screen come into force. */
export function ProposeRulesDialog(props: { digest: string; close: () => void }) {
  const queries = useQueryClient()
  const [reason, setReason] = createSignal('')
  const proposing = createDeed({
    send: (given: string, submissionId) =>
      api.rules.propose.mutate({ digest: props.digest, reason: given, submissionId }),
    done() {
      showToast({ title: t('proposed'), tone: 'ok', closeLabel: shared('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('rules.proposeTitle')}
      confirmLabel={t('propose')}
      cancelLabel={shared('cancel')}
      busy={proposing.busy()}
      blocked={reason().trim() === ''}
      onConfirm={() => void proposing.run(reason().trim())}
    >
      <div class="flex flex-col gap-3">
        <TextArea
          label={t('reason')}
          hint={t('reason.hint')}
          required
          rows={2}
          maxLength={200}
          value={reason()}
          onChange={setReason}
        />
        <RefusalNotice
          error={proposing.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
