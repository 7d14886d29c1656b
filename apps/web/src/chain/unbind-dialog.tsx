import { api } from '../app/api.ts'
import type { BoundEvidence } from '../app/api-types.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './texts.ts'

/** Takes an item off a fact. */
export function UnbindDialog(props: { binding: BoundEvidence; close: () => void }) {
  const ids = () => ({ evidenceId: props.binding.item.id, bindingId: props.binding.id })
  return (
    <ReasonDialog
      title={t('unbindTitle', { n: props.binding.item.number })}
      body={t('unbindText')}
      confirm={t('unbind')}
      reason={t('reason')}
      maxLength={400}
      send={(reason, submissionId) => api.chain.unbind.mutate({ ...ids(), reason, submissionId })}
      done={() => t('unbindDone')}
      close={props.close}
    />
  )
}
