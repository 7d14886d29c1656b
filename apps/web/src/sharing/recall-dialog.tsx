import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { Grant } from '../app/api-types.ts'
import { agencyName, agencyShort } from '../app/domain-badges.tsx'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './strings.ts'

/** Takes a grant back, with a reason the other agency will read. */
export function RecallDialog(props: { grant: Grant; leads: boolean; close: () => void }) {
  const queries = useQueryClient()
  const [reason, setReason] = createSignal('')
  const recalling = createDeed({
    send: (given: string, submissionId) =>
      api.grants.recall.mutate({
        grantId: props.grant.id,
        expectedVersion: props.grant.version,
        reason: given,
        submissionId,
      }),
    done() {
      showToast({
        title: t('recall.done', { agency: agencyShort(props.grant.grantee) }),
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
      title={t('recall.title', { agency: agencyName(props.grant.grantee) })}
      confirmLabel={t('recall.confirm')}
      cancelLabel={t('cancel')}
      tone="danger"
      busy={recalling.busy()}
      blocked={reason().trim() === ''}
      onConfirm={() => void recalling.run(reason().trim())}
    >
      <div class="flex flex-col gap-3">
        <p class="text-sm">{t(props.leads ? 'recall.textLead' : 'recall.text')}</p>
        <TextArea
          label={t('recall.reason')}
          hint={t('recall.reasonHint')}
          required
          rows={3}
          maxLength={500}
          value={reason()}
          onChange={setReason}
        />
        <RefusalNotice
          error={recalling.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
