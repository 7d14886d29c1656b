import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { GrantToReview } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './strings.ts'

/** Keeps a grant for another period, or takes it back. */
export function ReviewDialog(props: { grant: GrantToReview; deed: 'confirm' | 'recall'; close: () => void }) {
  const queries = useQueryClient()
  const [note, setNote] = createSignal('')
  const doing = createDeed({
    send: async (given: string, submissionId) => {
      const about = { grantId: props.grant.id, expectedVersion: props.grant.version, submissionId }
      if (props.deed === 'confirm') await api.grants.confirm.mutate({ ...about, note: given })
      else await api.grants.recall.mutate({ ...about, reason: given })
    },
    done() {
      showToast({
        title: t(props.deed === 'confirm' ? 'review.kept' : 'review.recalled'),
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
      title={t(props.deed === 'confirm' ? 'review.keepTitle' : 'review.recallTitle', {
        agency: agencyShort(props.grant.grantee),
      })}
      confirmLabel={t(props.deed === 'confirm' ? 'review.keep' : 'review.recall')}
      cancelLabel={t('cancel')}
      tone={props.deed === 'confirm' ? 'primary' : 'danger'}
      busy={doing.busy()}
      blocked={props.deed === 'recall' && note().trim() === ''}
      onConfirm={() => void doing.run(note().trim())}
    >
      <div class="flex flex-col gap-3">
        <p class="text-sm">
          {props.grant.record.name}（{props.grant.record.number}） · {props.grant.purpose}
        </p>
        <TextArea
          label={t(props.deed === 'confirm' ? 'review.note' : 'review.reason')}
          required={props.deed === 'recall'}
          rows={2}
          maxLength={200}
          value={note()}
          onChange={setNote}
        />
        <RefusalNotice
          error={doing.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
